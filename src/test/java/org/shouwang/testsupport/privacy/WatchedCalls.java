package org.shouwang.testsupport.privacy;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the address of every call and every problem document that answers one. */
final class WatchedCalls implements Filter {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");

    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    /** The addresses and problems since the last call that say something of a person. */
    List<String> leaks() {
        List<String> found = List.copyOf(leaks);
        leaks.clear();
        return found;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        String address = URLDecoder.decode(request.getURI(), StandardCharsets.UTF_8);
        PersonalText.in(address).ifPresent(text -> leaks.add(text + " in the address " + address));
        Response answer = context.next(request, expected);
        if (String.valueOf(answer.contentType()).startsWith("application/problem+json")) {
            problem(String.valueOf((Object) request.getBody()), answer.asString());
        }
        return answer;
    }

    /** The sentences are Chinese; what was sent must not come back in them. */
    private void problem(String sent, String problem) {
        PersonalText.numberIn(problem).ifPresent(text -> leaks.add(text + " in the problem " + problem));
        HAN.matcher(sent)
                .results()
                .map(MatchResult::group)
                .filter(text -> problem.contains(text) && !Bundles.say(text))
                .forEach(text -> leaks.add(text + " was sent and stands in the problem " + problem));
    }
}

package org.shouwang.journey;

import io.restassured.http.Method;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.journey.Operations.Operation;
import org.shouwang.testsupport.Accounts;

/** Reads whatever one worker can read of what was planted: every GET that the server has, the search and the feed. */
record PlantedReader(URI api, String token, List<Operation> operations, Planted planted) {

    /** It ends when the token does; what it says stands in the inbox too. */
    private static final String STREAM = "streamNotifications";

    private static final String FEED = "pullChanges";

    /** More pages than any list of the village has. */
    private static final int PAGES = 100;

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern MORE = Pattern.compile("\"cursor\":\"([^\"]+)\",\"more\":true");

    /** The names of the fields that some answer showed. */
    Set<String> seen() {
        Set<String> seen = new TreeSet<>();
        Stream<String> paths = operations.stream()
                .filter(operation -> operation.method() == Method.GET)
                .filter(operation ->
                        !operation.id().equals(STREAM) && !operation.id().equals(FEED))
                .map(operation -> address(operation.path()));
        Stream.concat(
                        paths,
                        Stream.of(
                                "/visits?childId=" + planted.child(),
                                "/contacts?childId=" + planted.child(),
                                "/tasks?assignee=me",
                                "/tasks/" + planted.executivesTask()))
                .forEach(path -> pages(path, seen));
        note(send("/children/search", "{\"limit\":500,\"text\":\"" + value("child.fullName") + "\"}"), seen);
        note(send("/children/search", "{\"limit\":500,\"text\":\"" + value("move.childName") + "\"}"), seen);
        walk("/sync/changes?limit=500", MORE, seen);
        note(send("/sync/records", "{\"kind\":\"child\",\"ids\":[\"" + planted.child() + "\"]}"), seen);
        return seen;
    }

    private String value(String field) {
        return planted.values().getOrDefault(field, "");
    }

    /** The collection says which record is asked for. */
    private String address(String template) {
        String path = template.replaceFirst("^/api/v1", "");
        String collection = path.split("/", -1)[1];
        return path.replace("{code}", Accounts.VILLAGE)
                .replace("{kind}", "child")
                .replaceAll("\\{[^}]+}", planted.in(collection).toString());
    }

    private void pages(String path, Set<String> seen) {
        String area = path.contains("=") ? "" : "&area=" + Accounts.VILLAGE;
        walk(path + (path.contains("?") ? "&" : "?") + "limit=500" + area, NEXT, seen);
    }

    /** Reads on as long as an answer names the next page. */
    private void walk(String path, Pattern next, Set<String> seen) {
        String cursor = "";
        for (int page = 0; page < PAGES; page++) {
            HttpResponse<String> answer = send(path + cursor, null);
            note(answer, seen);
            Matcher more = next.matcher(answer.body());
            if (!more.find()) {
                return;
            }
            cursor = "&cursor=" + more.group(1);
        }
    }

    private void note(HttpResponse<String> answer, Set<String> seen) {
        if (answer.statusCode() == 200) {
            planted.values().keySet().stream()
                    .filter(field -> planted.isIn(field, answer.body()))
                    .forEach(seen::add);
        }
    }

    private HttpResponse<String> send(String path, @Nullable String body) {
        return new OracleReader(api, token).send(path, body);
    }
}

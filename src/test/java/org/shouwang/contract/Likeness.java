package org.shouwang.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an answer with what a transcript expects: every field that it names must be there with its value; a field that it does
 * not name may come, as the server may add some.
 */
final class Likeness {

    private static final Pattern KEEP = Pattern.compile("\\{\\{keep ([\\w.]+)}}");
    private static final Pattern ANY = Pattern.compile("\\{\\{any( \\w+)?}}");
    private static final String ABSENT = "{{absent}}";
    private static final String AND_MORE = "{{and more}}";

    private static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "uuid", value -> value.isTextual() && isUuid(value.textValue()),
            "moment", value -> value.isTextual() && value.textValue().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"),
            "day", value -> value.isTextual() && value.textValue().matches("\\d{4}-\\d\\d-\\d\\d"),
            "text", JsonNode::isTextual,
            "number", JsonNode::isNumber);

    private final Bindings bindings;

    Likeness(Bindings bindings) {
        this.bindings = bindings;
    }

    /** Where and how the answer differs; empty when it is like what was expected. */
    Optional<String> difference(JsonNode expected, JsonNode actual, String path) {
        if (expected.isObject()) {
            return object(expected, actual, path);
        }
        if (expected.isArray()) {
            return array(expected, actual, path);
        }
        return scalar(expected, actual, path);
    }

    private Optional<String> object(JsonNode expected, JsonNode actual, String path) {
        if (!actual.isObject()) {
            return differs(expected, actual, path);
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = actual.path(field.getKey());
            Optional<String> difference = difference(field.getValue(), value, path + "/" + field.getKey());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> array(JsonNode expected, JsonNode actual, String path) {
        List<JsonNode> named = new ArrayList<>();
        expected.forEach(named::add);
        boolean andMore = named.removeIf(element -> element.asText().equals(AND_MORE));
        if (!actual.isArray() || (!andMore && actual.size() != named.size())) {
            return differs(expected, actual, path);
        }
        return andMore ? among(named, actual, path) : oneByOne(named, actual, path);
    }

    private Optional<String> oneByOne(List<JsonNode> named, JsonNode actual, String path) {
        for (int i = 0; i < named.size(); i++) {
            Optional<String> difference = difference(named.get(i), actual.get(i), path + "/" + i);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    /** Each is there, wherever; the last one of several that are alike. */
    private Optional<String> among(List<JsonNode> named, JsonNode actual, String path) {
        for (JsonNode expected : named) {
            Optional<Bindings> found = Optional.empty();
            for (JsonNode candidate : actual) {
                Bindings tried = bindings.copy();
                if (new Likeness(tried).difference(expected, candidate, path).isEmpty()) {
                    found = Optional.of(tried);
                }
            }
            if (found.isEmpty()) {
                return Optional.of(path + " has no element like " + expected);
            }
            bindings.take(found.get());
        }
        return Optional.empty();
    }

    private Optional<String> scalar(JsonNode expected, JsonNode actual, String path) {
        String text = expected.asText();
        if (text.equals(ABSENT)) {
            return actual.isMissingNode() || actual.isNull() ? Optional.empty() : differs(expected, actual, path);
        }
        if (actual.isMissingNode()) {
            return Optional.of(path + " is lost, expected " + expected);
        }
        Matcher keep = KEEP.matcher(text);
        if (keep.matches()) {
            bindings.keep(keep.group(1), actual);
            return actual.isNull() ? differs(expected, actual, path) : Optional.empty();
        }
        Matcher any = ANY.matcher(text);
        if (any.matches()) {
            boolean fits = any.group(1) == null
                    ? !actual.isNull()
                    : TYPES.get(any.group(1).strip()).test(actual);
            return fits ? Optional.empty() : differs(expected, actual, path);
        }
        JsonNode value = expected.isTextual() ? bindings.value(text) : expected;
        return value.equals(actual) ? Optional.empty() : differs(value, actual, path);
    }

    private static Optional<String> differs(JsonNode expected, JsonNode actual, String path) {
        return Optional.of(path + ": expected " + expected + " but was " + actual);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

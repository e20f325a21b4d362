package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists of codes that were changed offline, merged as the sets that they are. */
final class CodeSets {

    private CodeSets() {}

    /** Whether all of them hold codes only; what is not known to be a list, since it holds nothing, counts as an empty one. */
    static boolean areSets(JsonNode from, JsonNode yours, JsonNode server) {
        return yours.isArray()
                && (yours.size() > 0 || from.size() > 0 || server.size() > 0)
                && Stream.of(from, yours, server).allMatch(CodeSets::isSet);
    }

    private static boolean isSet(JsonNode list) {
        return list.isNull()
                || (list.isArray()
                        && StreamSupport.stream(list.spliterator(), false).allMatch(JsonNode::isTextual));
    }

    /** What the server has, without what the phone took away, with what it added. */
    static ArrayNode merged(JsonNode from, JsonNode yours, JsonNode server) {
        Set<String> before = codes(from);
        Set<String> after = codes(yours);
        Set<String> merged = codes(server);
        merged.removeIf(code -> before.contains(code) && !after.contains(code));
        after.stream().filter(code -> !before.contains(code)).forEach(merged::add);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        merged.forEach(list::add);
        return list;
    }

    private static Set<String> codes(JsonNode list) {
        Set<String> codes = new LinkedHashSet<>();
        list.forEach(code -> codes.add(code.textValue()));
        return codes;
    }
}

package org.shouwang.platform.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether two values say the same, however they are written: 36.5 is 36.50, and what is absent is null. */
final class Values {

    private Values() {}

    static boolean same(@Nullable JsonNode one, @Nullable JsonNode other) {
        JsonNode a = one == null ? NullNode.getInstance() : one;
        JsonNode b = other == null ? NullNode.getInstance() : other;
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isArray() && b.isArray()) {
            return a.size() == b.size() && IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (a.isObject() && b.isObject()) {
            Set<String> fields = new HashSet<>();
            a.fieldNames().forEachRemaining(fields::add);
            b.fieldNames().forEachRemaining(fields::add);
            return fields.stream().allMatch(field -> same(a.get(field), b.get(field)));
        }
        return a.equals(b);
    }
}

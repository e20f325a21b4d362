package org.shouwang.sync.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Spoils JSON in one to three places: well-formed still, and rarely what anybody expects. */
final class Mutations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> ENDINGS = List.of("\u0000", "\ud800", "王小明", "\"]}", "x".repeat(5000));
    private static final BigInteger HUGE = BigInteger.TEN.pow(200);

    private final Random random;
    private final List<Supplier<JsonNode>> oddities;

    /** @param others ids that are somebody else's */
    Mutations(Random random, List<UUID> others) {
        this.random = random;
        this.oddities = List.of(
                JSON::nullNode,
                () -> JSON.booleanNode(random.nextBoolean()),
                () -> JSON.numberNode(random.nextInt()),
                () -> JSON.numberNode(random.nextLong()),
                () -> JSON.numberNode(-0.5),
                () -> JSON.numberNode(Double.MAX_VALUE),
                () -> JSON.numberNode(HUGE),
                () -> JSON.textNode(""),
                () -> JSON.textNode(" \t\n"),
                () -> JSON.textNode("a\u0000b"),
                () -> JSON.textNode("cut \ud83d"),
                () -> JSON.textNode("\udc00\ud800"),
                () -> JSON.textNode("\u202e\u200b\ufeff"),
                () -> JSON.textNode("'; drop table child; --"),
                () -> JSON.textNode("x".repeat(random.nextInt(30_000))),
                () -> JSON.textNode("2026-02-30"),
                () -> JSON.textNode("9999-12-31T23:59:59.999999999+14:00"),
                () -> JSON.textNode("-0001-01-01T00:00:00Z"),
                () -> JSON.textNode(UUID.randomUUID().toString()),
                () -> JSON.textNode(others.get(random.nextInt(others.size())).toString()),
                () -> JSON.textNode(Long.toString(random.nextLong())),
                JSON::arrayNode,
                JSON::objectNode,
                () -> nested(random.nextInt(300)),
                () -> many(random.nextInt(400)));
    }

    private JsonNode nested(int depth) {
        JsonNode node = JSON.arrayNode();
        for (int i = 0; i < depth; i++) {
            node = random.nextBoolean()
                    ? JSON.arrayNode().add(node)
                    : JSON.objectNode().set("a", node);
        }
        return node;
    }

    private static JsonNode many(int elements) {
        ArrayNode list = JSON.arrayNode();
        for (int i = 0; i < elements; i++) {
            list.addObject();
        }
        return list;
    }

    /** The same with something spoiled; the fields of these names at the top stay. */
    ObjectNode of(ObjectNode sound, List<String> kept) {
        ObjectNode spoiled = sound.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            spoil(spoiled, kept);
        }
        return spoiled;
    }

    private void spoil(ObjectNode top, List<String> kept) {
        JsonNode at = top;
        while (true) {
            List<String> names = new ArrayList<>();
            at.fieldNames().forEachRemaining(names::add);
            if (at == top) {
                names.removeAll(kept);
            }
            int size = at.isArray() ? at.size() : names.size();
            if (size == 0) {
                return;
            }
            int index = random.nextInt(size);
            JsonNode below = at.isArray() ? at.get(index) : at.get(names.get(index));
            if (below.isContainerNode() && below.size() > 0 && random.nextInt(4) > 0) {
                at = below;
            } else if (at instanceof ArrayNode list) {
                list.set(index, instead(below));
            } else if (at instanceof ObjectNode object) {
                spoil(object, names.get(index), below);
                return;
            }
            if (at.isArray() && !below.isContainerNode()) {
                return;
            }
        }
    }

    private void spoil(ObjectNode object, String name, JsonNode value) {
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, JSON.arrayNode().add(value));
            case 2 -> object.set(name + ENDINGS.get(random.nextInt(ENDINGS.size())), value);
            default -> object.set(name, instead(value));
        }
    }

    private JsonNode instead(JsonNode value) {
        return random.nextInt(8) == 0
                ? JSON.objectNode().set("value", value)
                : oddities.get(random.nextInt(oddities.size())).get();
    }
}

package org.shouwang.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Ids of demo records: the same at every load, so that examples can name them. */
final class DemoIds {

    private DemoIds() {}

    static UUID of(String kind, Object key) {
        return UUID.nameUUIDFromBytes(("demo/" + kind + '/' + key).getBytes(UTF_8));
    }
}

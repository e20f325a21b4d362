package org.shouwang.platform.database;

import java.util.List;

/** What an acknowledged commit survives. */
public enum Durability {
    /** Everything but the loss of the disk: for data that people keep. */
    DURABLE("on", "fast"),

    /** Nothing: for tests, whose folder is thrown away. Several times faster. */
    DISPOSABLE("off", "immediate");

    private final String flush;
    private final String stopMode;

    Durability(String flush, String stopMode) {
        this.flush = flush;
        this.stopMode = stopMode;
    }

    List<String> settings() {
        return List.of("fsync=" + flush, "synchronous_commit=" + flush, "full_page_writes=" + flush);
    }

    String stopMode() {
        return stopMode;
    }
}

package org.shouwang.policy;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The rulebook that this node goes by: read at the start, again where the database says that something has changed. Every node
 * looks every ten seconds, and at once after what it changed itself.
 */
@Singleton
class Rulebooks {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RulebookRows rows;
    private final AtomicLong turns = new AtomicLong();
    private volatile Held held = new Held(0, Rulebook.BLANK);

    Rulebooks(RulebookRows rows) {
        this.rows = rows;
    }

    /** A book, and the turn of whoever began to read it. */
    private record Held(long turn, Rulebook book) {}

    /** After the calendars that come along are there. */
    void atStart(@Observes @Priority(3) StartupEvent start) {
        refresh().await().atMost(PATIENCE);
    }

    Rulebook current() {
        return held.book();
    }

    /** Takes over what has been committed until now, whoever did it; one small statement where nothing has changed. */
    Uni<Rulebook> refresh() {
        return Uni.createFrom().item(turns::incrementAndGet).chain(turn -> rows.stamp()
                .chain(stamp -> stamp == current().stamp()
                        ? Uni.createFrom().item(current())
                        : rows.read(stamp).map(book -> take(turn, book))));
    }

    /** Who began to read earlier may have read less: it never replaces what somebody took who began later. */
    private synchronized Rulebook take(long turn, Rulebook book) {
        if (turn > held.turn()) {
            held = new Held(turn, book);
        }
        return held.book();
    }
}

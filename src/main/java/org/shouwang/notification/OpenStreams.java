package org.shouwang.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.FailureKind;

/**
 * The streams that this node serves. One query a second asks for all of them whether anything came, so that what is written
 * through another node arrives too; only whose inbox stirred asks for its rows. Nothing is kept for a stream whose reader is
 * slow: its rows are asked for when it has taken the ones before.
 */
@Singleton
class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    private final StreamRows rows;
    private final StreamConfig config;
    private final Vertx vertx;
    private final Map<UUID, Stream> streams = new LinkedHashMap<>();
    private @Nullable Long timer;
    private boolean looking;

    OpenStreams(StreamRows rows, StreamConfig config, Vertx vertx) {
        this.rows = rows;
        this.config = config;
        this.vertx = vertx;
    }

    /** A stream under way. All of it is guarded by this object's lock. */
    private static final class Stream {
        private final long scope;
        private long position;
        private @Nullable UniEmitter<? super Boolean> waiting;

        private Stream(long scope, long position) {
            this.scope = scope;
            this.position = position;
        }
    }

    /** Whether the node serves as many as it can. */
    synchronized boolean isFull() {
        return streams.size() >= config.atMost();
    }

    /** Takes a place; empty when the node serves as many as it can. */
    synchronized Optional<UUID> open(long workerNumber, long position) {
        if (isFull()) {
            return Optional.empty();
        }
        List<UUID> own = streams.entrySet().stream()
                .filter(stream -> stream.getValue().scope == -workerNumber)
                .map(Map.Entry::getKey)
                .toList();
        if (own.size() >= config.perWorker()) {
            close(own.get(0));
        }
        UUID id = UUID.randomUUID();
        streams.put(id, new Stream(-workerNumber, position));
        if (timer == null) {
            timer = vertx.setPeriodic(config.look().toMillis(), tick -> look());
        }
        return Optional.of(id);
    }

    /** Gives the place back, and ends the stream if it goes on. */
    synchronized void close(UUID id) {
        Stream stream = streams.remove(id);
        if (stream != null) {
            wake(stream);
        }
        if (streams.isEmpty() && timer != null) {
            vertx.cancelTimer(timer);
            timer = null;
        }
    }

    /** Whether the stream goes on. */
    synchronized boolean isOpen(UUID id) {
        return streams.containsKey(id);
    }

    /**
     * Completes when something may have come after the position, or when the stream ended; with true when nothing did for so
     * long that a sign of life is due.
     */
    Uni<Boolean> silent(UUID id, long position) {
        return Uni.createFrom().emitter(emitter -> {
            long heartbeat = vertx.setTimer(config.heartbeat().toMillis(), late -> emitter.complete(true));
            emitter.onTermination(() -> vertx.cancelTimer(heartbeat));
            boolean open = await(id, position, emitter);
            if (!open) {
                vertx.cancelTimer(heartbeat);
                emitter.complete(false);
            }
        });
    }

    private synchronized boolean await(UUID id, long position, UniEmitter<? super Boolean> emitter) {
        Stream stream = streams.get(id);
        if (stream == null) {
            return false;
        }
        stream.position = position;
        stream.waiting = emitter;
        return true;
    }

    /** One look at a time; a database that is away for a moment is asked again at the next. */
    private void look() {
        Map<Long, Long> waiting = begin();
        if (waiting.isEmpty()) {
            return;
        }
        rows.stirred(waiting.keySet(), waiting.values()).subscribe().with(this::end, failure -> {
            LOG.warnf("Inboxes cannot be looked at: %s", FailureKind.of(failure));
            end(Set.of());
        });
    }

    private synchronized Map<Long, Long> begin() {
        Map<Long, Long> waiting = new HashMap<>();
        if (!looking) {
            streams.values().stream()
                    .filter(stream -> stream.waiting != null)
                    .forEach(stream -> waiting.merge(stream.scope, stream.position, Math::min));
            looking = !waiting.isEmpty();
        }
        return waiting;
    }

    private synchronized void end(Set<Long> scopes) {
        looking = false;
        streams.values().stream()
                .filter(stream -> scopes.contains(stream.scope))
                .forEach(OpenStreams::wake);
    }

    private static void wake(Stream stream) {
        UniEmitter<? super Boolean> waiting = stream.waiting;
        stream.waiting = null;
        if (waiting != null) {
            waiting.complete(false);
        }
    }

    /** A node that stops lets its readers go to another. */
    synchronized void stop(@Observes ShutdownEvent stop) {
        new ArrayList<>(streams.keySet()).forEach(this::close);
    }
}

package org.shouwang.notification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.StreamRows.Beginning;
import org.shouwang.notification.StreamRows.Place;
import org.shouwang.notification.StreamRows.Step;
import org.shouwang.platform.Caller;
import org.shouwang.platform.http.Cursor;
import org.shouwang.platform.http.ProblemException;
import org.shouwang.platform.problem.Problem;

/**
 * One worker's inbox as server-sent events, for as long as the access token lasts. Every event, comments too, names the place
 * from which on a client that comes back is told the rest.
 */
@Singleton
class FollowInbox {

    private static final int ROWS = 50;

    private final StreamRows rows;
    private final OpenStreams streams;

    FollowInbox(StreamRows rows, OpenStreams streams) {
        this.rows = rows;
        this.streams = streams;
    }

    /**
     * Runs as fast as its reader. What is known before anything is asked is refused as a problem document; since the answer
     * has begun by the time the caller is known, a caller who is refused gets an event {@code problem}, and then the end.
     *
     * @param lastEventId the id of the last event that the client saw; null begins with what comes from now on
     * @param tokenEndsAt seconds since 1970
     * @throws ProblemException 400 when the id is none, 503 when the node serves as many as it can
     */
    Multi<OutboundSseEvent> follow(Uni<Caller> caller, @Nullable String lastEventId, Uni<Long> tokenEndsAt, Sse sse) {
        Place seen = lastEventId == null ? null : place(Cursor.parse(lastEventId, 2));
        if (streams.isFull()) {
            throw new ProblemException(Problem.OVERLOADED);
        }
        Executor own = MutinyHelper.executor(Vertx.currentContext());
        return caller.chain(
                        known -> tokenEndsAt.chain(rows::begin).emitOn(own).map(begun -> new Follower(known, begun)))
                .onItem()
                .transformToMulti(follower -> follow(
                        follower.caller(),
                        follower.begun(),
                        seen == null ? follower.begun().place() : seen,
                        own,
                        sse))
                .onFailure(ProblemException.class)
                .recoverWithItem(refused -> problem((ProblemException) refused, sse));
    }

    private record Follower(Caller caller, Beginning begun) {}

    private Multi<OutboundSseEvent> follow(Caller caller, Beginning begun, Place from, Executor own, Sse sse) {
        if (begun.left().isNegative() || begun.left().isZero()) {
            return Multi.createFrom().failure(new ProblemException(Problem.NOT_SIGNED_IN));
        }
        Optional<UUID> place = streams.open(caller.number(), from.position());
        if (place.isEmpty()) {
            return Multi.createFrom().failure(new ProblemException(Problem.OVERLOADED));
        }
        UUID stream = place.get();
        AtomicReference<Place> at = new AtomicReference<>(from);
        Multi<OutboundSseEvent> news = Multi.createBy()
                .repeating()
                .uni(() -> next(stream, caller, at, own, sse))
                .whilst(events -> streams.isOpen(stream))
                .onItem()
                .transformToMultiAndConcatenate(events -> Multi.createFrom().iterable(events));
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(comment(from, sse)), news)
                .select()
                .first(begun.left())
                .onTermination()
                .invoke(() -> streams.close(stream));
    }

    /** What came, at once if there is anything; a comment after a long silence. */
    private Uni<List<OutboundSseEvent>> next(
            UUID stream, Caller caller, AtomicReference<Place> at, Executor own, Sse sse) {
        return step(caller, at)
                .chain(step -> step.events().isEmpty()
                        ? streams.silent(stream, step.place().position())
                                .emitOn(own)
                                .map(silent -> silent ? List.of(comment(step.place(), sse)) : List.of())
                        : Uni.createFrom()
                                .item(step.events().stream()
                                        .map(event -> event(event, sse))
                                        .toList()));
    }

    private Uni<Step> step(Caller caller, AtomicReference<Place> at) {
        return rows.after(Objects.requireNonNull(at.get()), caller.workerId(), caller.number(), ROWS)
                .invoke(step -> at.set(step.place()));
    }

    private static OutboundSseEvent event(StreamEvent event, Sse sse) {
        return sse.newEventBuilder()
                .id(id(event.place()))
                .name("notification")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(StreamEvent.News.class, event.news())
                .build();
    }

    private static OutboundSseEvent problem(ProblemException refused, Sse sse) {
        return sse.newEventBuilder()
                .name("problem")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(Refused.class, new Refused(refused.refusal().problem().type()))
                .build();
    }

    /** Why the stream ends at once. */
    record Refused(String type) {}

    private static OutboundSseEvent comment(Place place, Sse sse) {
        return sse.newEventBuilder().id(id(place)).comment("still here").build();
    }

    private static String id(Place place) {
        return Cursor.of(place.position(), place.id()).toString();
    }

    private static Place place(Cursor cursor) {
        return new Place(cursor.number(0), cursor.uuid(1));
    }
}

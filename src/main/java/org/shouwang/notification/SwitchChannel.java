package org.shouwang.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.notification.PushReportView.Channel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.TrailRows;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/** Closes a way to phones while the server runs, and opens it again; for posts of the whole instance. */
@Singleton
class SwitchChannel {

    private static final String CLOSE = """
            insert into push_channel_closed (channel, closed_at, reason) values ($1, $2, $3)
            on conflict (channel) do nothing
            """;

    private static final String OPEN = "delete from push_channel_closed where channel = $1";

    private final PushChannels channels;
    private final Pool pool;
    private final TrailRows trail;
    private final Clock clock;

    SwitchChannel(PushChannels channels, Pool pool, TrailRows trail, Clock clock) {
        this.channels = channels;
        this.pool = pool;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Changes nothing where the channel is so already.
     *
     * @param closedFor why it is closed; null opens it
     */
    Uni<Result<Channel>> put(String channel, @Nullable String closedFor, Caller caller) {
        return caller.with(Right.PUSH_SWITCH)
                .flatMap(able -> ofInstance(able, channel))
                .thenDo(post -> pool.withTransaction(transaction -> write(transaction, channel, closedFor)
                                .chain(changed -> changed
                                        ? told(transaction, channel, closedFor != null, caller, post)
                                        : Uni.createFrom().voidItem()))
                        .chain(() -> view(channel)));
    }

    private Uni<Channel> view(String channel) {
        return channels.all().map(all -> all.stream()
                .filter(one -> one.channel().equals(channel))
                .findFirst()
                .orElseThrow());
    }

    /** All counties send over the same channels. */
    private Result<Post> ofInstance(Caller caller, String channel) {
        return caller.posts().stream()
                .filter(post -> post.has(Right.PUSH_SWITCH) && post.isOfInstance())
                .findFirst()
                .map(post ->
                        channels.known().contains(channel) ? Result.ok(post) : Result.<Post>refused(Problem.NOT_FOUND))
                .orElseGet(() -> Result.refused(Problem.ROLE_FORBIDDEN));
    }

    private Uni<Boolean> write(SqlConnection transaction, String channel, @Nullable String closedFor) {
        return closedFor == null
                ? transaction.preparedQuery(OPEN).execute(Tuple.of(channel)).map(rows -> rows.rowCount() == 1)
                : transaction
                        .preparedQuery(CLOSE)
                        .execute(Tuple.of(channel, clock.instant().atOffset(ZoneOffset.UTC), closedFor))
                        .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Void> told(SqlConnection transaction, String channel, boolean closed, Caller caller, Post post) {
        UUID id = UUID.nameUUIDFromBytes(("push-channel/" + channel).getBytes(StandardCharsets.UTF_8));
        String action = "push-channel." + (closed ? "close." : "open.") + channel;
        return trail.changed(
                transaction, caller.workerId(), post, action, List.of(new Subject("push-channel", id, null)));
    }
}

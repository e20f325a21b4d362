package org.shouwang.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.shouwang.platform.database.DatabaseAddress;

/**
 * The least that the statements of a request can cost: prepared before, sent without waiting for each other, by the reactive
 * client with as many connections as the server has, each client its own request's.
 */
final class Floor implements Work {

    private static final int CONNECTIONS = 10;
    private static final int LONGEST_STATEMENT = 100_000;

    private final Pool pool;
    private final List<Replay> replays;
    private final boolean oneTransaction;

    /** @param oneTransaction all in one, or as the server divides them */
    private Floor(Pool pool, List<Replay> replays, boolean oneTransaction) {
        this.pool = pool;
        this.replays = replays;
        this.oneTransaction = oneTransaction;
    }

    static Floor of(Pool pool, List<Replay> replays) {
        return new Floor(pool, replays, true);
    }

    /** The same statements, of which each transaction waits for the one before. */
    Floor inItsTransactions() {
        return new Floor(pool, replays, false);
    }

    static Pool pool(Vertx vertx, DatabaseAddress database) {
        PgConnectOptions options = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(database.username())
                .setPassword(database.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheSqlFilter(sql -> sql.length() < LONGEST_STATEMENT)
                .setPipeliningLimit(LONGEST_STATEMENT)
                .addProperty("application_name", "floor")
                .addProperty("jit", "off");
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    int statements() {
        return replays.get(0).statements();
    }

    int transactions() {
        return (int)
                replays.get(0).steps().stream().filter(Replay.Step::isCommit).count();
    }

    @Override
    public Future<Void> once(int client) {
        Replay replay = replays.get(client);
        Map<UUID, UUID> fresh = replay.fresh();
        return pool.withConnection(connection -> oneTransaction
                ? sent(connection, inOne(replay.steps()), fresh)
                : inTurn(connection, transactions(replay.steps()).iterator(), fresh));
    }

    private static List<Replay.Step> inOne(List<Replay.Step> steps) {
        List<Replay.Step> one = new ArrayList<>();
        one.add(new Replay.Step("begin", null));
        steps.stream().filter(step -> step.values() != null).forEach(one::add);
        one.add(new Replay.Step("commit", null));
        return one;
    }

    /** What stands before a transaction goes with it. */
    private static List<List<Replay.Step>> transactions(List<Replay.Step> steps) {
        List<List<Replay.Step>> all = new ArrayList<>();
        List<Replay.Step> current = new ArrayList<>();
        for (Replay.Step step : steps) {
            current.add(step);
            if (step.isCommit()) {
                all.add(current);
                current = new ArrayList<>();
            }
        }
        if (!current.isEmpty()) {
            all.add(current);
        }
        return all;
    }

    private static Future<Void> inTurn(
            SqlConnection connection, Iterator<List<Replay.Step>> rest, Map<UUID, UUID> fresh) {
        return rest.hasNext()
                ? sent(connection, rest.next(), fresh).compose(done -> inTurn(connection, rest, fresh))
                : Future.succeededFuture();
    }

    private static Future<Void> sent(SqlConnection connection, List<Replay.Step> steps, Map<UUID, UUID> fresh) {
        List<Future<?>> answers = new ArrayList<>();
        for (Replay.Step step : steps) {
            answers.add(
                    step.values() == null
                            ? connection.query(step.sql()).execute()
                            : connection.preparedQuery(step.sql()).execute(Replay.tuple(step.values(), fresh)));
        }
        return Future.all(answers).mapEmpty();
    }

    static void close(Pool pool) throws Exception {
        CompletableFuture<Void> closed = pool.close().toCompletionStage().toCompletableFuture();
        closed.get();
    }
}

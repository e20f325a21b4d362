package org.shouwang.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How far is the packaged server from the least that its statements can cost? Each kind of request is measured for some
 * seconds, then its statements by themselves, and so on in turn, so that what else the machine does hits both. {@code
 * -Dbench.only=visit,batch} leaves others out; {@code -Dbench.rounds=}, {@code -Dbench.seconds=}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PackagedRequestsBench {

    private static final int MOST_CLIENTS = 16;
    private static final int OPERATIONS = 50;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("bench.seconds", 2));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 8));
    private static final Set<String> ONLY =
            Set.of(System.getProperty("bench.only", "delta,pull,visit,batch").split(","));

    private final Report report = new Report();
    private BenchedServer server;
    private Requests requests;
    private Vertx vertx;
    private Pool pool;
    private List<String> tokens;
    private long visits;

    @BeforeAll
    void start() throws Exception {
        server = BenchedServer.start();
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
        pool = Floor.pool(vertx, server.database().address());
        List<Villages.Director> directors = new Villages(server).fill(MOST_CLIENTS);
        tokens = directors.stream().map(Villages.Director::token).toList();
        requests = new Requests(server, directors);
    }

    @AfterAll
    void stop() throws Exception {
        Floor.close(pool);
        vertx.close();
        server.close();
        report.print();
    }

    @Test
    void requestsAndTheirFloor() throws Exception {
        measure("delta", "empty delta", requests.emptyDelta(), 0);
        measure("pull", "first pull of a village", requests.firstPull(), 0);
        measure("visit", "`PUT /visits/{id}`", requests.visit(), 1);
        measure("batch", "batch of " + OPERATIONS + " visits", requests.batch(), OPERATIONS);
    }

    /** @param written visits that each request makes, which must all be there in the end, those of the floor too */
    private void measure(String key, String name, IntFunction<List<HttpWork.Request>> work, int written)
            throws Exception {
        if (!ONLY.contains(key)) {
            return;
        }
        HttpWork http = new HttpWork(vertx, server.address(), tokens, work);
        visits = count();
        long done = Slice.of(vertx, http, MOST_CLIENTS, WARM_UP, server).nanos().size();
        Floor floor = Floor.of(pool, replays(key, http));
        done += 2L * MOST_CLIENTS;
        done += Slice.of(vertx, floor, MOST_CLIENTS, Duration.ofSeconds(1), server)
                .nanos()
                .size();
        for (int clients : List.of(1, MOST_CLIENTS)) {
            List<Work> sides =
                    floor.transactions() > 1 ? List.of(http, floor, floor.inItsTransactions()) : List.of(http, floor);
            List<List<Slice>> slices = sides.stream()
                    .map(side -> (List<Slice>) new ArrayList<Slice>())
                    .toList();
            int refused = http.refused();
            for (int round = 0; round < ROUNDS; round++) {
                for (int side = 0; side < sides.size(); side++) {
                    Slice slice = Slice.of(vertx, sides.get(side), clients, LENGTH, server);
                    slices.get(side).add(slice);
                    done += slice.nanos().size();
                }
            }
            report.add(name, clients, slices, floor.statements(), server.residentMiB(), http.refused() - refused);
        }
        assertThat(count() - visits).as("visits that %s requests wrote", done).isEqualTo(done * written);
    }

    private long count() throws SQLException {
        return server.database().number("select count(*) from visit");
    }

    /** The statements of each client's request, of which there is one at a time. */
    private List<Replay> replays(String key, HttpWork http) throws Exception {
        DurableDatabase database = server.database();
        database.log();
        database.logged();
        List<Replay> replays = new ArrayList<>();
        List<LoggedStatement> last = List.of();
        for (int client = 0; client < MOST_CLIENTS; client++) {
            List<LoggedStatement> first = logged(http, client);
            last = logged(http, client);
            replays.add(Replay.of(first, last, database.operator()));
        }
        database.quiet();
        report.statements(key, last);
        return replays;
    }

    private List<LoggedStatement> logged(HttpWork http, int client) throws Exception {
        http.once(client).toCompletionStage().toCompletableFuture().get();
        List<LoggedStatement> said = new ArrayList<>();
        Awaitility.await().until(() -> {
            List<LoggedStatement> news = server.database().logged();
            said.addAll(news);
            return !said.isEmpty() && news.isEmpty();
        });
        return said;
    }
}

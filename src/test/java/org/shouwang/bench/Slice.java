package org.shouwang.bench;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Some seconds of one kind of work.
 *
 * @param nanos how long each took, sorted
 * @param serverMillis CPU of the server's process, {@code compilerMillis} of its compiler: what a server that ran for long has
 *     behind it
 * @param databaseMillis CPU of the database's processes
 * @param clientMillis CPU of this process
 */
record Slice(
        List<Long> nanos,
        double seconds,
        double serverMillis,
        double compilerMillis,
        double databaseMillis,
        double clientMillis) {

    /** How often a second. */
    double rate() {
        return nanos.size() / seconds;
    }

    double percentileMillis(int percent) {
        return nanos.get((int) Math.ceil(nanos.size() * percent / 100.0) - 1) / 1e6;
    }

    double serverMillisEach() {
        return serverMillis / nanos.size();
    }

    double compilerMillisEach() {
        return compilerMillis / nanos.size();
    }

    double databaseMillisEach() {
        return databaseMillis / nanos.size();
    }

    double clientMillisEach() {
        return clientMillis / nanos.size();
    }

    /** All of these as one. */
    static Slice joined(List<Slice> slices) {
        return new Slice(
                slices.stream().flatMap(slice -> slice.nanos.stream()).sorted().toList(),
                slices.stream().mapToDouble(Slice::seconds).sum(),
                slices.stream().mapToDouble(Slice::serverMillis).sum(),
                slices.stream().mapToDouble(Slice::compilerMillis).sum(),
                slices.stream().mapToDouble(Slice::databaseMillis).sum(),
                slices.stream().mapToDouble(Slice::clientMillis).sum());
    }

    /** So many clients at work for some time; what has begun is waited for. */
    static Slice of(Vertx vertx, Work work, int clients, Duration length, BenchedServer server) throws Exception {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        double serverBefore = server.cpuMillis();
        double compilerBefore = server.compilerMillis();
        double databaseBefore = server.database().cpuMillis();
        double clientBefore = Cpu.millis(ProcessHandle.current().pid());
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Context context = vertx.getOrCreateContext();
            Promise<Void> promise = Promise.promise();
            done.add(promise.future().toCompletionStage().toCompletableFuture());
            int number = client;
            context.runOnContext(now -> again(work, number, end, nanos, promise));
        }
        for (CompletableFuture<Void> one : done) {
            one.get(2, TimeUnit.MINUTES);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Long> sorted = new ArrayList<>(nanos);
        sorted.sort(null);
        return new Slice(
                sorted,
                seconds,
                server.cpuMillis() - serverBefore,
                server.compilerMillis() - compilerBefore,
                server.database().cpuMillis() - databaseBefore,
                Cpu.millis(ProcessHandle.current().pid()) - clientBefore);
    }

    private static void again(Work work, int client, long end, List<Long> nanos, Promise<Void> done) {
        long from = System.nanoTime();
        if (from >= end) {
            done.complete();
            return;
        }
        work.once(client)
                .onSuccess(ok -> {
                    nanos.add(System.nanoTime() - from);
                    again(work, client, end, nanos, done);
                })
                .onFailure(done::fail);
    }
}

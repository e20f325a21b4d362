package org.shouwang.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Requests over connections that stay open, one a client. What finds no place at the server comes back a moment later. */
final class HttpWork implements Work {

    private static final int NO_PLACE = 503;
    private static final long PAUSE_MILLIS = 100;

    private final Vertx vertx;
    private final HttpClient client;
    private final URI server;
    private final List<String> tokens;
    private final IntFunction<List<Request>> work;
    private final @Nullable Heard heard;
    private final AtomicInteger refused = new AtomicInteger();

    /**
     * One request.
     *
     * @param status that is right
     */
    record Request(HttpMethod method, String path, @Nullable String body, int status) {}

    /** What a client makes of an answer. */
    interface Heard {
        void answer(int client, Buffer body);
    }

    /** @param work of a client by its number, one request after the other */
    HttpWork(Vertx vertx, URI server, List<String> tokens, IntFunction<List<Request>> work) {
        this(vertx, server, tokens, work, null);
    }

    /** @param heard null where nobody reads the answers, which stay compressed then */
    HttpWork(Vertx vertx, URI server, List<String> tokens, IntFunction<List<Request>> work, @Nullable Heard heard) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(tokens.size())
                .setTcpNoDelay(true)
                .setDecompressionSupported(heard != null));
        this.server = server;
        this.tokens = tokens;
        this.work = work;
        this.heard = heard;
    }

    /** How often there was no place. */
    int refused() {
        return refused.get();
    }

    @Override
    public Future<Void> once(int number) {
        return inTurn(work.apply(number).iterator(), number);
    }

    private Future<Void> inTurn(Iterator<Request> rest, int number) {
        return rest.hasNext()
                ? send(rest.next(), number).compose(done -> inTurn(rest, number))
                : Future.succeededFuture();
    }

    private Future<Void> send(Request request, int number) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI("/api/v1/" + request.path())
                .putHeader("Authorization", "Bearer " + tokens.get(number))
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept-Encoding", "gzip");
        return client.request(options)
                .compose(sending ->
                        request.body() == null ? sending.send() : sending.send(Buffer.buffer(request.body())))
                .compose(answer -> answer.body().compose(body -> {
                    if (answer.statusCode() == NO_PLACE) {
                        return later(request, number);
                    }
                    if (answer.statusCode() != request.status()) {
                        return Future.failedFuture(answer.statusCode() + " " + body);
                    }
                    if (heard != null) {
                        heard.answer(number, body);
                    }
                    return Future.succeededFuture();
                }));
    }

    private Future<Void> later(Request request, int number) {
        refused.incrementAndGet();
        Promise<Void> pause = Promise.promise();
        vertx.setTimer(PAUSE_MILLIS, over -> pause.complete());
        return pause.future().compose(over -> send(request, number));
    }
}

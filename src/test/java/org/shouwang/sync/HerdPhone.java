package org.shouwang.sync;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone after a restore: asks what changed, is told to pull afresh, pulls all pages, sends again; comes back when told. */
final class HerdPhone {

    private static final int PAGE = 10;

    private final HttpClient client;
    private final URI api;
    private final String token;
    private final AtomicInteger refusedDeltas = new AtomicInteger();
    private final AtomicInteger refusedPages = new AtomicInteger();
    private String cursor;
    private boolean afresh;

    HerdPhone(HttpClient client, URI api, String token, String cursor) {
        this.client = client;
        this.api = api;
        this.token = token;
        this.cursor = cursor;
    }

    int refusedDeltas() {
        return refusedDeltas.get();
    }

    int refusedPages() {
        return refusedPages.get();
    }

    /** Done when all of it is pulled and sent. */
    CompletableFuture<Void> comeThrough() {
        HttpRequest ask =
                request("sync/changes?limit=" + PAGE + "&cursor=" + cursor).build();
        return client.sendAsync(ask, HttpResponse.BodyHandlers.ofString()).thenCompose(this::pulled);
    }

    private CompletableFuture<Void> pulled(HttpResponse<String> answer) {
        switch (answer.statusCode()) {
            case 200 -> {
                JsonPath page = new JsonPath(answer.body());
                cursor = page.getString("cursor");
                return page.getBoolean("more") ? comeThrough() : sendAgain();
            }
            case 410 -> {
                cursor = "";
                afresh = true;
                return new JsonPath(answer.body()).getString("resendFrom") == null ? strange(answer) : comeThrough();
            }
            case 503 -> {
                (afresh ? refusedPages : refusedDeltas).incrementAndGet();
                return whenTold(answer).thenCompose(now -> comeThrough());
            }
            default -> {
                return strange(answer);
            }
        }
    }

    private CompletableFuture<Void> sendAgain() {
        HttpRequest push = request("sync/operations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"operations\": []}"))
                .build();
        return client.sendAsync(push, HttpResponse.BodyHandlers.ofString())
                .thenCompose(answer -> switch (answer.statusCode()) {
                    case 200 -> CompletableFuture.completedFuture(null);
                    case 503 -> whenTold(answer).thenCompose(now -> sendAgain());
                    default -> strange(answer);
                });
    }

    private static CompletableFuture<Void> whenTold(HttpResponse<String> answer) {
        long seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow();
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS));
    }

    private static CompletableFuture<Void> strange(HttpResponse<String> answer) {
        return CompletableFuture.failedFuture(new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token);
    }
}

package org.shouwang.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Plays FCM over real HTTP: it keeps what it was sent and answers as it was told for each target. */
final class FcmStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it was asked. */
    record Request(String method, String path, String authorization, JsonNode body) {}

    /** What it answers to one target. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    final List<Request> requests = new CopyOnWriteArrayList<>();

    FcmStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/fcm/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/fcm/");
    }

    void answer(String target, Answer answer) {
        answers.put(target, answer);
    }

    static Answer accepted(String messageId) {
        return reply(200, Map.of(), "{\"name\":\"" + messageId + "\"}");
    }

    static Answer reply(int status, Map<String, String> headers, String body) {
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** The shape of FCM's refusals, with its own code among the details. */
    static String refusal(int status, String platform, String fcmCode) {
        return """
                {"error": {"code": %d, "message": "as documented", "status": "%s", "details": [
                  {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}
                """.formatted(status, platform, fcmCode);
    }

    /** Says nothing until the stand-in is closed. */
    Answer silence() {
        return exchange -> closing.await(1, TimeUnit.MINUTES);
    }

    /** Sends the headers and the first byte, then no more. */
    Answer stallsInTheBody() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closing.await(1, TimeUnit.MINUTES);
        };
    }

    static Answer hangUp() {
        return exchange -> {};
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            JsonNode message = body.path("message");
            String target = message.path("token").asText(message.path("fid").asText());
            answers.getOrDefault(target, accepted("projects/p/messages/1")).give(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.shouwang.notification.gateway;

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

/** Plays a provider over real HTTP: it keeps what it was sent and answers as it was told for each target. */
public abstract class ProviderStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it was asked. */
    public record Request(String method, String path, String authorization, JsonNode body) {}

    /** What it answers to one target. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final String path;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    public final List<Request> requests = new CopyOnWriteArrayList<>();

    ProviderStandIn(String path) throws IOException {
        this.path = path;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(path, this::handle);
        server.start();
    }

    /** To whom a request is. */
    abstract String target(JsonNode body);

    /** What everybody answers to whom nothing else was said. */
    abstract Answer accepts();

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** What is answered to this request. */
    Answer answerTo(JsonNode body) {
        return answers.getOrDefault(target(body), accepts());
    }

    void keep(Request request) {
        requests.add(request);
    }

    public void answer(String target, Answer answer) {
        answers.put(target, answer);
    }

    public static Answer reply(int status, Map<String, String> headers, String body) {
        return exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Says nothing until the stand-in is closed. */
    public Answer silence() {
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

    public static Answer hangUp() {
        return exchange -> {};
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            keep(new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            answerTo(body).give(exchange);
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

package org.shouwang.sync.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Real HTTP under one token, with the faults that a test wants. */
final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Host host;
    private final String token;
    private final Deque<Request> underWay = new ArrayDeque<>();

    private Wire(Host host, String token) {
        this.host = host;
        this.token = token;
    }

    record Answer(int status, JsonNode body) {}

    private record Request(String method, String path, byte[] body, String... headers) {}

    /** The wire of somebody who signs in. */
    static Wire of(Host host, String phone, String password) {
        JsonNode session = new Wire(host, "")
                .send("POST", "/api/v1/auth/login", Map.of("phone", phone, "password", password))
                .filter(answer -> answer.status() == 200)
                .orElseThrow()
                .body();
        return new Wire(host, session.get("accessToken").asText());
    }

    /** The answer, if the phone hears one. */
    Optional<Answer> send(Fault fault, String method, String path, @Nullable Object body) {
        Request request = new Request(method, path, bytes(body));
        return switch (fault) {
            case NONE -> send(request);
            case LOST_BEFORE -> Optional.empty();
            case CUT -> {
                cut(request);
                yield Optional.empty();
            }
            case LOST_AFTER -> {
                send(request);
                yield Optional.empty();
            }
            case TWICE -> {
                send(request);
                yield send(request);
            }
            case DELAYED -> {
                underWay.add(request);
                yield Optional.empty();
            }
        };
    }

    Optional<Answer> send(String method, String path, @Nullable Object body) {
        return send(Fault.NONE, method, path, body);
    }

    /** A merge patch over this version. */
    void edit(String path, int version, Object patch) {
        send(new Request("PATCH", path, bytes(patch), "If-Match", "\"" + version + "\""));
    }

    /** What was on its way arrives at last, the newest first. */
    void arrive() {
        while (!underWay.isEmpty()) {
            send(underWay.removeLast());
        }
    }

    private static byte[] bytes(@Nullable Object body) {
        try {
            return body instanceof String text
                    ? text.getBytes(UTF_8)
                    : body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Answer> send(Request request) {
        HttpRequest.Builder made = HttpRequest.newBuilder(host.address().resolve(request.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        if (request.headers().length > 0) {
            made.headers(request.headers());
        }
        try {
            HttpResponse<byte[]> response = CLIENT.send(made.build(), BodyHandlers.ofByteArray());
            byte[] bytes = response.body();
            return Optional.of(new Answer(
                    response.statusCode(), bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes)));
        } catch (IOException nobodyAnswered) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void cut(Request request) {
        URI address = host.address();
        String head = "%s %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                        .formatted(request.method(), request.path(), address.getAuthority(), token)
                + "Content-Length: " + request.body().length + "\r\n\r\n";
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().write(request.body(), 0, request.body().length / 2);
        } catch (IOException nobodyListens) {
            // lost all the same
        }
    }
}

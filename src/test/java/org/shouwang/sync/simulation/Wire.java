package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Real HTTP under one token, with the faults that a test wants. */
final class Wire {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final ObjectMapper JSON = new ObjectMapper();

    private final String token;

    Wire(String token) {
        this.token = token;
    }

    record Answer(int status, JsonNode body) {}

    /** Sends the request as often as the fault says; the last answer, if the phone hears one. */
    Optional<Answer> send(Fault fault, String method, String path, @Nullable Object body) {
        if (fault == Fault.LOST_BEFORE) {
            return Optional.empty();
        }
        Answer answer = send(method, path, body);
        if (fault == Fault.TWICE) {
            answer = send(method, path, body);
        }
        return fault == Fault.LOST_AFTER ? Optional.empty() : Optional.of(answer);
    }

    Answer send(String method, String path, @Nullable Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            byte[] bytes = response.body();
            return new Answer(
                    response.statusCode(), bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

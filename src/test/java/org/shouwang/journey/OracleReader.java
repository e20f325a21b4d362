package org.shouwang.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for thousands of pages, faster than REST Assured does, whose every path is a Groovy script. A role without the right sees nobody. */
record OracleReader(URI api, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of {@code ours} that the pages of a list name. */
    Set<UUID> list(String path, Set<UUID> ours) {
        Set<UUID> found = new HashSet<>();
        String next = "";
        while (next != null) {
            HttpResponse<String> page = send(path + "?limit=500" + (next.isEmpty() ? "" : "&cursor=" + next), null);
            next = take(page, found);
        }
        found.retainAll(ours);
        return found;
    }

    Set<UUID> search(String name) {
        Set<UUID> found = new HashSet<>();
        take(send("/children/search", "{\"limit\":500,\"text\":\"" + name + "\"}"), found);
        return found;
    }

    boolean reads(String path) {
        int status = send(path, null).statusCode();
        if (status != 200 && status != 404) {
            throw new IllegalStateException(path + " was answered " + status);
        }
        return status == 200;
    }

    private static @Nullable String take(HttpResponse<String> page, Set<UUID> found) {
        if (page.statusCode() == 403) {
            return null;
        }
        if (page.statusCode() != 200) {
            throw new IllegalStateException(page.uri() + " was answered " + page.statusCode());
        }
        JsonNode json = read(page.body());
        json.get("items")
                .forEach(item -> found.add(UUID.fromString(item.get("id").asText())));
        return json.path("next").textValue();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> send(String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        HttpRequest made = body == null
                ? request.build()
                : request.POST(BodyPublishers.ofString(body)).build();
        try {
            return HTTP.send(made, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while asking for " + path, e);
        }
    }
}

package org.shouwang.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.contract.Transcript.Request;
import org.shouwang.contract.Transcript.Step;
import org.shouwang.testsupport.Demo;

/** Plays a transcript against the server, over real HTTP. */
final class Replay {

    private static final int MOST_REPEATS = 200;

    private final ObjectMapper json = new ObjectMapper();
    private final SchemaCheck schemas;
    private final DataSource database;
    private final Bindings bindings = new Bindings(Demo.now());
    private final List<Happening> happened = new ArrayList<>();

    Replay(SchemaCheck schemas, DataSource database) {
        this.schemas = schemas;
        this.database = database;
        for (Person person : Person.values()) {
            person.introduce(bindings);
        }
    }

    void play(Transcript transcript) throws IOException, SQLException {
        try {
            for (int i = 0; i < transcript.steps().size(); i++) {
                play(transcript.steps().get(i), transcript.title() + ", step " + (i + 1));
            }
        } finally {
            for (Happening happening : happened) {
                happening.undo(bindings, database);
            }
        }
    }

    private void play(Step step, String where) throws IOException, SQLException {
        if (step.happens() != null) {
            step.happens().happen(bindings, database);
            happened.add(step.happens());
            return;
        }
        Transcript.Response expected = step.response();
        for (int calls = 1; ; calls++) {
            JsonNode body = call(step, where);
            if (expected.again() == null || !isLike(expected.again(), body)) {
                if (expected.body() != null) {
                    assertThat(new Likeness(bindings).difference(expected.body(), body, ""))
                            .as("%s answers %s", where, body)
                            .isEmpty();
                }
                return;
            }
            assertThat(calls).as(where).isLessThan(MOST_REPEATS);
        }
    }

    private boolean isLike(JsonNode expected, JsonNode body) {
        Bindings tried = bindings.copy();
        Optional<String> difference = new Likeness(tried).difference(expected, body, "");
        if (difference.isEmpty()) {
            bindings.take(tried);
        }
        return difference.isEmpty();
    }

    private JsonNode call(Step step, String where) throws IOException {
        Request request = step.request();
        JsonNode sent = request.body() == null ? null : bindings.fill(request.body());
        Response answer = send(step.as(), request, sent);
        JsonNode body = answer.asString().isEmpty() ? MissingNode.getInstance() : json.readTree(answer.asString());
        assertThat(answer.statusCode())
                .as("%s: status of %s", where, body)
                .isEqualTo(step.response().status());
        step.response().headersOrNone().forEach((name, value) -> assertThat(new Likeness(bindings)
                        .difference(json.valueToTree(value), json.valueToTree(answer.header(name)), name))
                .as(where)
                .isEmpty());
        schemas.check(request, sent, body, where);
        return body;
    }

    private Response send(@Nullable String as, Request request, @Nullable JsonNode body) {
        RequestSpecification asked = as == null
                ? given().contentType(ContentType.JSON)
                : Person.valueOf(as).request();
        request.headersOrNone()
                .forEach((name, value) ->
                        asked.header(name, bindings.value(value).asText()));
        if (body != null) {
            asked.body(body.toString());
        }
        return asked.urlEncodingEnabled(false)
                .request(request.method(), bindings.value(request.path()).asText());
    }
}

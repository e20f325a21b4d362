package org.shouwang.sync.operation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Newcomers;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Bodies that no app writes: each is answered, none is for ever sent again, and none shows what is somebody else's. */
@QuarkusTest
class FuzzedOperationsApiTest {

    private static final int OPERATIONS = Integer.getInteger("fuzz.operations", 1000);
    private static final int BATCH = 50;
    private static final long SEED = Long.getLong("fuzz.seed", 20261123);
    private static final long VILLAGE = 610304112200L;
    private static final long ELSEWHERE = 610304113200L;

    /** Somebody else's, who are nowhere else called so. */
    private static final String SECRET = "司徒听雨";

    @Inject
    AgroalDataSource database;

    @Inject
    Newcomers newcomers;

    @TestHTTPResource("/api/v1/")
    URI api;

    /** Half a pair travels only as an escape. */
    private final JsonMapper json =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Families.Household theirs =
            new Families.Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private final UUID theirChild = UUID.randomUUID();
    private final List<String> faults = new ArrayList<>();
    private Newcomer director;
    private List<ObjectNode> sound;

    @BeforeEach
    void twoVillages() throws Exception {
        Newcomer other = newcomers.appoint(RoleCode.CHILDREN_DIRECTOR, ELSEWHERE);
        Map<String, Object> household =
                Families.household(Long.toString(ELSEWHERE), theirs.grandmother(), theirs.father());
        household.put("headName", SECRET);
        put(other, "households", theirs.id(), household);
        Map<String, Object> child = Families.child(Long.toString(ELSEWHERE), theirs);
        child.put("fullName", SECRET);
        put(other, "children", theirChild, child);
        director = newcomers.appoint(RoleCode.CHILDREN_DIRECTOR, VILLAGE);
        sound = new SoundOperations(director, newcomers.appoint(RoleCode.TOWNSHIP_COORDINATOR, VILLAGE), VILLAGE).all();
    }

    private static void put(Newcomer who, String things, UUID id, Map<String, Object> form) {
        given().spec(who.request())
                .body(form)
                .put("/api/v1/" + things + "/{id}", id)
                .then()
                .statusCode(201);
    }

    @AfterEach
    void nothingOfItIsLeft() throws Exception {
        Sql.update(database, "delete from sync_operation where worker_id = ?", director.id());
        Sql.update(
                database,
                "update child_move set state = 'CANCELLED' where area_code = ? and state in ('PROPOSED', 'REQUESTED')",
                VILLAGE);
        newcomers.dismiss();
    }

    @Test
    void spoiledBodiesAreAnsweredForGoodAndTellNothingOfOthers() throws Exception {
        Random random = new Random(SEED);
        Mutations mutations = new Mutations(random, List.of(theirs.id(), theirs.father(), theirChild));
        for (int done = 0; done < OPERATIONS; done += BATCH) {
            List<ObjectNode> batch = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                batch.add(spoiled(sound.get(random.nextInt(sound.size())), mutations, random));
            }
            answeredForGood(batch);
        }

        assertThat(faults).isEmpty();
        assertThat(Sql.number(database, "select version from child where id = ?", theirChild))
                .isZero();
        assertThat(Sql.number(database, "select version from household where id = ?", theirs.id()))
                .isZero();
        assertThat(allThatIsListed()).doesNotContain(SECRET);
        assertThat(pulled()).doesNotContain(SECRET);
    }

    private ObjectNode spoiled(ObjectNode operation, Mutations mutations, Random random) {
        ObjectNode changed = operation.deepCopy();
        changed.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        if (random.nextInt(10) == 0) {
            return mutations.of(changed, List.of("id", "workerId"));
        }
        changed.set("body", mutations.of((ObjectNode) changed.get("body"), List.of()));
        return changed;
    }

    private void answeredForGood(List<ObjectNode> batch) throws Exception {
        String body = json.writeValueAsString(Map.of("operations", batch));
        HttpResponse<String> answer = push(body);
        assertThat(answer.statusCode()).as(body).isIn(200, 413);
        assertThat(answer.body()).doesNotContain(SECRET);
        if (answer.statusCode() == 200) {
            JsonNode results = json.readTree(answer.body()).get("results");
            assertThat(results).hasSameSizeAs(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (isNoAnswerForGood(results.get(i))) {
                    faults.add(batch.get(i) + " -> " + results.get(i));
                }
            }
        }
    }

    private static boolean isNoAnswerForGood(JsonNode result) {
        return result.get("outcome").asText().equals("RETRY")
                || result.at("/problem/type").asText().endsWith("internal-error");
    }

    /** The answer names the field; it must neither fail at that for ever nor say back what somebody made up. */
    @ParameterizedTest
    @ValueSource(strings = {"remark\u0000", "remark\ud800", "王小明"})
    void fieldsThatNobodyKnowsAreNotSaidBack(String field) throws Exception {
        ObjectNode operation = sound.stream()
                .filter(one -> one.get("type").asText().equals("child.update"))
                .findFirst()
                .orElseThrow();
        operation.withObject("/body/changes").putObject(field).put("to", "x");

        HttpResponse<String> answer = push(json.writeValueAsString(Map.of("operations", List.of(operation))));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode result = json.readTree(answer.body()).at("/results/0");
        assertThat(result.get("outcome").asText()).isEqualTo("REJECTED");
        assertThat(result.at("/problem/violations/0/field").asText())
                .startsWith("changes.")
                .doesNotContain(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operations\": [%s",
                "{\"operations\": [%s], \"operations\": [%s]}",
                "{\"operations\": [{\"id\": 1, \"id\": 2, \"body\": %s}]}",
                "{\"operations\": {\"0\": %s}}",
                "{\"operations\": [null, true, \"\", [], {}, %s]}",
                "{\"operations\": [{\"body\": {\"a\": 1e999999999, \"b\": -1e-999999999}}, %s]}",
                "{\"operations\": [{\"id\": \"\\ud800\", \"type\": \"\\u0000\", \"body\": %s}]}",
                "\ufeff{\"operations\": [%s]}",
                "[%s]",
                "%s",
                ""
            })
    void spoiledBatchesAreRefusedAtMost(String form) throws Exception {
        HttpResponse<String> answer = push(form.replace("%s", sound.get(0).toString()));

        assertThat(answer.statusCode()).isIn(200, 400, 422);
        assertThat(answer.body()).doesNotContain("RETRY", "internal-error");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 999, 1001, 100_000})
    void depthIsRefusedAtMost(int depth) throws Exception {
        String deep = "[".repeat(depth) + "]".repeat(depth);
        ObjectNode operation = sound.get(0).deepCopy();
        operation.put("id", UUID.randomUUID().toString());
        String body = operation.toString().replaceFirst("\"body\":\\{", "\"body\":{\"deep\":" + deep + ",");

        HttpResponse<String> answer = push("{\"operations\": [" + body + "]}");

        assertThat(answer.statusCode()).isIn(200, 400);
        assertThat(answer.body()).doesNotContain("RETRY", "internal-error");
    }

    private HttpResponse<String> push(String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(api.resolve("sync/operations"))
                        .header("Authorization", "Bearer " + director.token())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** What stands in the list, read from the first page to the last. */
    private String allThatIsListed() {
        StringBuilder all = new StringBuilder();
        String after = null;
        do {
            var page = given().spec(director.request())
                    .queryParams(after == null ? Map.of() : Map.of("cursor", after))
                    .queryParam("area", VILLAGE)
                    .get("/api/v1/sync/operations")
                    .then()
                    .statusCode(200)
                    .extract();
            all.append(page.asString());
            after = page.path("next");
        } while (after != null);
        return all.toString();
    }

    private String pulled() {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        boolean more = true;
        while (more) {
            var page = given().spec(director.request())
                    .get("/api/v1/sync/changes?cursor={cursor}", cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            all.append(page.asString());
            cursor = page.path("cursor");
            more = page.path("more");
        }
        return all.toString();
    }
}

package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was released is not broken; and the gate that says so sees each kind of break. */
class ContractGateTest {

    private static final Path CURRENT = Path.of("openapi", "openapi.yaml");
    private static final Path RELEASED = Path.of("openapi", "released");
    private static final YAMLMapper YAML = new YAMLMapper();

    private static JsonNode newestRelease() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return YAML.readTree(files.filter(file -> file.toString().endsWith(".yaml"))
                    .max(Comparator.comparing(file ->
                            Runtime.Version.parse(file.getFileName().toString().replaceAll("^v|\\.yaml$", ""))))
                    .orElseThrow()
                    .toFile());
        }
    }

    /** What the gate says of a change to a document that has only the calls of one visit. */
    private static List<String> breaksOf(Consumer<JsonNode> change) throws IOException {
        ObjectNode small = (ObjectNode) YAML.readTree(CURRENT.toFile());
        small.withObject("paths").retain("/api/v1/visits/{id}", "/api/v1/me");
        Set<String> used = new HashSet<>();
        follow(small.get("paths"), small, used);
        ((ObjectNode) small.at("/components/schemas")).retain(used);
        JsonNode changed = small.deepCopy();
        change.accept(changed);
        return Breaks.between(small, changed);
    }

    private static void follow(JsonNode node, JsonNode document, Set<String> used) {
        JsonNode reference = node.path("$ref");
        if (reference.isTextual() && used.add(OpenApiDocument.nameIn(reference.textValue()))) {
            follow(schema(document, OpenApiDocument.nameIn(reference.textValue())), document, used);
        }
        node.forEach(part -> follow(part, document, used));
    }

    private static ObjectNode schema(JsonNode document, String name) {
        return (ObjectNode) document.at("/components/schemas/" + name);
    }

    @Test
    void whatWasReleasedIsStillThere() throws IOException {
        assertThat(Breaks.between(newestRelease(), YAML.readTree(CURRENT.toFile())))
                .as("apps of the newest release would break; see mobile-contract/README.md on how a release may")
                .isEmpty();
    }

    @Test
    void anOperationThatIsGoneIsABreak() throws IOException {
        assertThat(breaksOf(document -> ((ObjectNode) document.at("/paths/~1api~1v1~1visits~1{id}")).remove("patch")))
                .isNotEmpty();
    }

    @Test
    void aFieldThatIsGoneIsABreakAlsoWhereItMayBeAbsent() throws IOException {
        assertThat(breaksOf(document ->
                        schema(document, "Visit").withObject("properties").remove("endedAt")))
                .containsExactly("field Visit.endedAt is gone");
    }

    @Test
    void aFieldThatRequestsMustHaveFromNowOnIsABreak() throws IOException {
        assertThat(breaksOf(
                        document -> ((ArrayNode) schema(document, "VisitForm").get("required")).add("endedAt")))
                .isNotEmpty();
    }

    @Test
    void aValueThatIsTakenNoMoreIsABreak() throws IOException {
        assertThat(breaksOf(
                        document -> ((ArrayNode) schema(document, "LivingEnv").get("enum")).remove(0)))
                .isNotEmpty();
    }

    @Test
    void anotherTypeIsABreak() throws IOException {
        assertThat(breaksOf(document ->
                        ((ObjectNode) schema(document, "Visit").at("/properties/timeUncertain")).put("type", "string")))
                .isNotEmpty();
    }

    @Test
    void whatIsAddedIsNone() throws IOException {
        assertThat(breaksOf(document -> {
                    schema(document, "Visit")
                            .withObject("properties")
                            .putObject("added")
                            .put("type", "string");
                    schema(document, "VisitForm")
                            .withObject("properties")
                            .putObject("added")
                            .put("type", "string");
                    ((ArrayNode) schema(document, "VisitVerifyStatus").get("enum")).add("ADDED");
                    ((ObjectNode) document.get("paths")).set("/api/v1/added", document.at("/paths/~1api~1v1~1me"));
                }))
                .isEmpty();
    }
}

package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** What the packaged server does without, and what it does not hold. */
class ProductionIT {

    @Test
    void withoutSettingsItRefusesToStartAndNamesEachOne() throws InterruptedException {
        try (PackagedServer server = PackagedServer.launch(Map.of())) {
            int exit = server.awaitExit();

            assertThat(exit).isEqualTo(1);
            assertThat(server.output())
                    .contains(
                            "SHOUWANG_DATABASE_URL",
                            "SHOUWANG_DATABASE_USERNAME",
                            "SHOUWANG_DATABASE_PASSWORD",
                            "SHOUWANG_KEYS_TOKEN",
                            "SHOUWANG_KEYS_ENCRYPTION",
                            "SHOUWANG_KEYS_HASH",
                            "SHOUWANG_KEYS_AUDIT");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SHOUWANG_KEYS_HASH | not Base64! | SHOUWANG_KEYS_HASH is not what it must be",
                "SHOUWANG_KEYS_TOKEN | c2hvcnQ | SHOUWANG_KEYS_TOKEN is not what it must be",
                "SHOUWANG_KEYS_ENCRYPTION | {} | SHOUWANG_KEYS_ENCRYPTION is not what it must be",
                "SHOUWANG_DATABASE_URL | postgresql://127.0.0.1:1/none | cannot be used",
                "SHOUWANG_DATABASE_PASSWORD | wrong | cannot be used",
                "JAVA_TOOL_OPTIONS | -Dshouwang.data-folder=target/none | shouwang.data-folder is for trying the program out"
            })
    void aSettingThatCannotBeRightIsNamedInOneLine(String setting, String value, String line)
            throws InterruptedException {
        DatabaseAddress database = TestDatabase.fresh("refusing");
        Map<String, String> settings = new HashMap<>(ProductionSettings.on(database));
        settings.put(setting, value);
        try (PackagedServer server = PackagedServer.launch(settings)) {
            int exit = server.awaitExit();

            assertThat(exit).isEqualTo(1);
            assertThat(server.output().lines().filter(said -> !said.startsWith("Picked up")))
                    .singleElement()
                    .asString()
                    .contains(line);
        } finally {
            TestDatabase.drop(database);
        }
    }

    @Test
    void itHoldsNoDevToolsAndNoDemoDistrict() throws IOException {
        List<String> entries = Stream.concat(entries("app"), entries("quarkus"))
                .filter(entry -> entry.contains("shouwang"))
                .toList();

        assertThat(entries)
                .anyMatch(entry -> entry.startsWith("org/shouwang/platform/"))
                .noneMatch(entry -> entry.contains("devtools") || entry.startsWith("demo/"));
    }

    @Test
    void itAnswersNoDevCallAndKnowsNoDemoAccount() throws IOException, InterruptedException {
        DatabaseAddress database = TestDatabase.fresh("production");
        try (PackagedServer server =
                PackagedServer.launch(ProductionSettings.on(database)).awaitReady()) {
            assertThat(server.get("/dev/fcm").statusCode()).isEqualTo(404);
            assertThat(server.post("/dev/clock", "{}").statusCode()).isEqualTo(404);
            assertThat(server.post("/dev/sweep", "{}").statusCode()).isEqualTo(404);
            assertThat(server.post("/api/v1/auth/login", "{\"phone\":\"13900000001\",\"password\":\"shouwang-demo\"}")
                            .statusCode())
                    .isEqualTo(401);
        } finally {
            TestDatabase.drop(database);
        }
    }

    private static Stream<String> entries(String folder) throws IOException {
        try (Stream<Path> jars = Files.list(PackagedServer.JAR.resolveSibling(folder))) {
            return jars.filter(jar -> jar.toString().endsWith(".jar")).flatMap(ProductionIT::names).toList().stream();
        }
    }

    private static Stream<String> names(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.shouwang.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server still says what the transcripts say that it does. */
@QuarkusTest
class ContractFixturesApiTest {

    private static final Path FOLDER = Path.of("mobile-contract", "fixtures");

    @Inject
    ContractSource contract;

    @Inject
    AgroalDataSource database;

    /** Made once: reading them takes longer than most transcripts. */
    private static SchemaCheck schemas;

    static List<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(names).isNotEmpty();
            return names;
        }
    }

    @BeforeEach
    void schemasOfTheRunningServer() {
        if (schemas == null) {
            schemas = new SchemaCheck(contract.schemas());
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theServerAnswersAsTheTranscriptSays(String file) throws Exception {
        new Replay(schemas, database).play(Transcript.read(FOLDER.resolve(file)));
    }
}

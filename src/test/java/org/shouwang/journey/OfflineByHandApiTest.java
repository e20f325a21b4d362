package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.operation.OperationHandler;

/** Whatever changes something can be done without network, or somebody has said why not ({@code offline-by-hand.csv}). */
@QuarkusTest
class OfflineByHandApiTest {

    @Inject
    @All
    List<OperationHandler<?>> handlers;

    private record Line(String operationId, String type, String why) {}

    private static List<Line> lines() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(OfflineByHandApiTest.class.getResourceAsStream("/offline-by-hand.csv"))) {
            return new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> new Line(cells[0], cells[1], cells[2]))
                    .toList();
        }
    }

    @Test
    void everyChangeCanBeMadeOfflineOrItIsSaidWhyNot() throws IOException {
        List<String> changing = Operations.all().stream()
                .filter(operation -> operation.method() != Method.GET)
                .map(Operations.Operation::id)
                .toList();

        assertThat(lines().stream().map(Line::operationId)).containsExactlyInAnyOrderElementsOf(changing);
        assertThat(lines()).allMatch(line -> line.type().isEmpty() != line.why().isEmpty());
    }

    @Test
    void everyTypeStandsForOneChange() throws IOException {
        List<String> types = handlers.stream().map(OperationHandler::type).toList();

        assertThat(lines().stream().map(Line::type).filter(type -> !type.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(types);
    }
}

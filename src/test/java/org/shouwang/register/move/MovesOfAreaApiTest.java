package org.shouwang.register.move;

import static org.hamcrest.Matchers.equalTo;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.testsupport.Moves.asked;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.area.AreaBelongings.Move;
import org.shouwang.platform.AreaCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Moves;

/** A village is merged while a move to it waits. */
@QuarkusTest
class MovesOfAreaApiTest {

    /** Villages that no other test asks for. */
    private static final AreaCode MERGED = AreaCode.of("610304106215");

    private static final AreaCode SUCCESSOR = AreaCode.of("610304106216");

    @Inject
    MovesOfArea movesOfArea;

    @Inject
    Pool pool;

    @Test
    void aMoveGoesWithItsVillages() throws Throwable {
        UUID child = Families.register(DIRECTOR, Accounts.VILLAGE, Families.settle(DIRECTOR, Accounts.VILLAGE), "LOW");
        UUID move = asked(DIRECTOR, Moves.of(List.of(child), Moves.to(MERGED.toString())));

        VertxContextSupport.subscribeAndAwait(() -> pool.withTransaction(
                tx -> movesOfArea.move(tx, new Move(MERGED, SUCCESSOR, LocalDate.of(2026, 3, 1)), 10)));

        DIRECTOR.request()
                .get("/api/v1/moves/{id}", move)
                .then()
                .body("toAreaCode", equalTo(SUCCESSOR.toString()))
                .body("fromAreaCode", equalTo(Accounts.VILLAGE))
                .body("version", equalTo(1));
    }
}

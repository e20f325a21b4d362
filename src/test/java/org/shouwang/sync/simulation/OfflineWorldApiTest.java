package org.shouwang.sync.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.sync.simulation.World.Maker;

/**
 * What must hold of the offline protocol, for any interleaving: every operation a phone made is applied once, or visible as
 * refused, held or in conflict; a healed phone holds exactly its scope at the server's versions. {@code -Dsimulation.worlds=}
 * says how many interleavings are tried, {@code -Dsimulation.seed=} repeats one.
 */
@QuarkusTest
class OfflineWorldApiTest {

    private static final Logger LOG = Logger.getLogger(OfflineWorldApiTest.class);

    private static final int WORLDS = 200;
    private static final int FEWEST_STEPS = 10;
    private static final int MOST_STEPS = 50;
    private static final int TRIES = 10;

    private static final Deeds ALL = new Deeds();

    static LongStream seeds() {
        Long one = Long.getLong("simulation.seed");
        return one == null ? LongStream.range(0, Long.getLong("simulation.worlds", WORLDS)) : LongStream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostAndEveryPhoneHoldsItsScope(long seed) throws SQLException {
        live(seed, SimulatedPhone::new);
    }

    @AfterAll
    static void tell() {
        LOG.infof("what happened in all worlds: %s", ALL);
    }

    private static void live(long seed, Maker maker) throws SQLException {
        try (World world = new World(seed, new TestedServer(), maker)) {
            world.live(FEWEST_STEPS, MOST_STEPS);
            world.comeToRest();
            world.heal();
            world.assertNothingIsLostAndEachHoldsItsScope();
            ALL.add(world.deeds());
        }
    }

    @Test
    void aPhoneThatForgetsRemovalsIsFoundOut() {
        assertIsFoundOut((owner, skew) -> new SimulatedPhone(owner, skew) {
            @Override
            void take(ObjectNode change) {
                if (!change.path("removed").asBoolean()) {
                    super.take(change);
                }
            }
        });
    }

    @Test
    void anOperationWithoutAnIdentityIsFoundOut() {
        assertIsFoundOut((owner, skew) -> new SimulatedPhone(owner, skew) {
            @Override
            ObjectNode outgoing(ObjectNode operation) {
                return operation.deepCopy().put("id", UUID.randomUUID().toString());
            }
        });
    }

    /** Some interleaving shows the fault. */
    private static void assertIsFoundOut(Maker broken) {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < TRIES; seed++) {
                        live(seed, broken);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}

package org.shouwang.sync.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouwang.sync.simulation.World.Maker;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/**
 * What must hold of the offline protocol, for any interleaving: every operation a phone made is applied once, or visible as
 * refused, held or in conflict; a healed phone holds exactly its scope at the server's versions. {@code -Dsimulation.worlds=}
 * says how many interleavings are tried, {@code -Dsimulation.seed=} repeats one.
 */
@QuarkusTest
class OfflineWorldApiTest {

    private static final int STEPS = 120;

    @Inject
    AgroalDataSource database;

    static LongStream seeds() {
        Long one = Long.getLong("simulation.seed");
        return one == null ? LongStream.range(0, Long.getLong("simulation.worlds", 4)) : LongStream.of(one);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostAndEveryPhoneHoldsItsScope(long seed) throws SQLException {
        live(seed, SimulatedPhone::new);
    }

    private void live(long seed, Maker maker) throws SQLException {
        try (World world = new World(seed, database, maker)) {
            world.phones().forEach(SimulatedPhone::heal);
            for (int step = 0; step < STEPS; step++) {
                world.step();
            }
            world.heal();
            for (int i = 0; i < world.phones().size(); i++) {
                assertNothingIsLost(world.phones().get(i));
                assertHoldsItsScope(world.phones().get(i), world.workers().get(i));
            }
        }
    }

    private void assertNothingIsLost(SimulatedPhone phone) throws SQLException {
        for (Map.Entry<UUID, String> operation : phone.outcomes().entrySet()) {
            assertThat(operation.getValue()).isIn("APPLIED", "DUPLICATE", "MERGED", "CONFLICT", "REJECTED", "HELD");
            assertThat(Sql.number(
                            database,
                            "select count(*) from sync_operation where worker_id = ? and id = ?",
                            phone.workerId(),
                            operation.getKey()))
                    .isOne();
            assertThat(Sql.number(database, """
                            select count(*) from sync_operation o
                            where o.worker_id = ? and o.id = ?
                              and case when outcome not in ('APPLIED', 'MERGED') then kept_cipher is not null
                                       when kind = 'visit' then exists (select 1 from visit v where v.id = o.record_id)
                                       when kind = 'contact' then exists (select 1 from contact c where c.id = o.record_id)
                                       else exists (select 1 from child c where c.id = o.record_id) end
                            """, phone.workerId(), operation.getKey()))
                    .isOne();
        }
    }

    private static void assertHoldsItsScope(SimulatedPhone phone, Accounts worker) {
        SimulatedPhone fresh = new SimulatedPhone(World.wire(worker), Duration.ZERO);
        fresh.heal();
        assertThat(phone.versions()).isEqualTo(fresh.versions());
    }

    @Test
    void aPhoneThatForgetsRemovalsIsFoundOut() {
        assertIsFoundOut((wire, skew) -> new SimulatedPhone(wire, skew) {
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
        assertIsFoundOut((wire, skew) -> new SimulatedPhone(wire, skew) {
            @Override
            ObjectNode outgoing(ObjectNode operation) {
                return operation.deepCopy().put("id", UUID.randomUUID().toString());
            }
        });
    }

    /** Some interleaving shows the fault. */
    private void assertIsFoundOut(Maker broken) {
        assertThatThrownBy(() -> {
                    for (long seed = 0; seed < 10; seed++) {
                        live(seed, broken);
                    }
                })
                .isInstanceOf(AssertionError.class);
    }
}

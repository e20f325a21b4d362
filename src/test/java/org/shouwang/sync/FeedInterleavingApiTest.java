package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.testsupport.Accounts;

/**
 * Writers whose transactions overlap in every order, and a phone that pulls page by page between their steps. After each
 * pull the phone holds all that was committed before the pull and has not changed since. A feed by a plain sequence fails here.
 */
@QuarkusTest
class FeedInterleavingApiTest {

    private static final long TOWN = Long.parseLong(Accounts.TOWN);
    private static final long TOWN_END = TOWN + 1000;
    private static final int STEPS = 250;
    private static final int WRITERS = 4;

    private final List<UUID> homes = new ArrayList<>();
    private final Map<UUID, Connection> inUse = new HashMap<>();
    private List<Long> villages = List.of();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void phoneHoldsWhatWasCommitted(long seed) throws SQLException {
        Phone phone = new Phone(Accounts.COORDINATOR);
        phone.pull(500);

        live(seed, phone);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aFeedByAPlainSequenceLosesRows(long seed) throws SQLException {
        try (Connection reader = HomeTable.transaction();
                SequencePhone phone = new SequencePhone(truth(reader))) {
            assertThatThrownBy(() -> live(seed, phone)).isInstanceOf(AssertionError.class);
        }
    }

    private void live(long seed, HomeHolder phone) throws SQLException {
        Random random = new Random(seed);
        List<Connection> writers = new ArrayList<>();
        try (Connection reader = HomeTable.transaction()) {
            villages = List.of(
                    Long.parseLong(Accounts.VILLAGE),
                    Long.parseLong(Accounts.SECOND_VILLAGE),
                    HomeTable.firstVillage(reader, 610304106000L));
            for (int i = 0; i < WRITERS; i++) {
                writers.add(HomeTable.transaction());
            }
            Map<UUID, Integer> before = truth(reader);
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) > 0) {
                    write(writers.get(random.nextInt(WRITERS)), random);
                } else if (!phone.page(1 + random.nextInt(4))) {
                    assertHoldsWhatDidNotChange(phone, before, truth(reader));
                    before = truth(reader);
                }
            }
            for (Connection writer : writers) {
                writer.commit();
            }
            for (int pulls = 0; pulls < 2; pulls++) {
                while (phone.page(3)) {}
            }

            assertThat(phone.homes()).isEqualTo(truth(reader));
        } finally {
            for (Connection writer : writers) {
                writer.close();
            }
        }
    }

    private void write(Connection writer, Random random) throws SQLException {
        int choice = random.nextInt(10);
        if (choice < 3) {
            end(writer, random.nextInt(5) > 0);
        } else if (choice < 6 || homes.isEmpty()) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            HomeTable.insert(writer, id, villages.get(random.nextInt(villages.size())));
            inUse.put(id, writer);
            homes.add(id);
        } else {
            change(writer, homes.get(random.nextInt(homes.size())), random);
        }
    }

    /** Rows in another open transaction are left alone: one thread cannot wait for itself. */
    private void change(Connection writer, UUID id, Random random) throws SQLException {
        if (inUse.getOrDefault(id, writer) != writer) {
            return;
        }
        inUse.put(id, writer);
        switch (random.nextInt(6)) {
            case 0 -> HomeTable.delete(writer, id);
            case 1, 2, 3 -> HomeTable.move(writer, id, villages.get(random.nextInt(villages.size())));
            default -> HomeTable.rename(writer, id);
        }
    }

    private void end(Connection writer, boolean commit) throws SQLException {
        if (commit) {
            writer.commit();
        } else {
            writer.rollback();
        }
        inUse.values().removeIf(owner -> owner == writer);
    }

    private static void assertHoldsWhatDidNotChange(
            HomeHolder phone, Map<UUID, Integer> before, Map<UUID, Integer> after) {
        Set<UUID> ids = new HashSet<>(before.keySet());
        ids.addAll(after.keySet());
        ids.addAll(phone.homes().keySet());
        ids.removeIf(id -> !Objects.equals(before.get(id), after.get(id)));
        assertThat(ids).allSatisfy(id -> assertThat(phone.homes().get(id)).isEqualTo(after.get(id)));
    }

    private static Map<UUID, Integer> truth(Connection reader) throws SQLException {
        return HomeTable.committed(reader, TOWN, TOWN_END);
    }
}

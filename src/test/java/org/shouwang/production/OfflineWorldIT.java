package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.sync.simulation.Deeds;
import org.shouwang.sync.simulation.World;
import org.shouwang.testsupport.TestDatabase;

/**
 * Phones in a world whose server is killed in the middle; {@code -Dsimulation.kills=} says how often. And whether they would
 * notice: on a database that lies about what the protocol stands on, some world must come out wrong.
 */
class OfflineWorldIT {

    private static final Logger LOG = Logger.getLogger(OfflineWorldIT.class);

    private static final int KILLS = 5;
    private static final int STEPS = 40;
    private static final int TRIES = 20;

    private static DatabaseAddress database;
    private static PackagedHost host;

    /** A lie of the database, and how it is taken back. */
    private enum Lie {
        /** The feed's horizon is the newest transaction, not the oldest one under way. */
        HORIZON("""
                create schema lie;
                create function lie.pg_snapshot_xmin(s pg_snapshot) returns xid8 language sql
                    as 'select pg_catalog.pg_snapshot_xmax(s)';
                alter database offline_world set search_path = lie, pg_catalog, public;
                """, """
                alter database offline_world reset search_path;
                drop schema lie cascade;
                """),
        /** What leaves a village leaves no trace there. */
        REMOVAL("""
                alter function feed_remove rename to feed_remove_in_truth;
                create function feed_remove(bigint, text, uuid, integer) returns void language sql as '';
                """, """
                drop function feed_remove;
                alter function feed_remove_in_truth rename to feed_remove;
                """),
        /** An operation is recorded under another identity than it came with. */
        IDENTITY("""
                create function another_identity() returns trigger language plpgsql
                    as 'begin new.id := gen_random_uuid(); return new; end';
                create trigger lie before insert on sync_operation for each row execute function another_identity();
                """, """
                drop trigger lie on sync_operation;
                drop function another_identity;
                """);

        private final String told;
        private final String takenBack;

        Lie(String told, String takenBack) {
            this.told = told;
            this.takenBack = takenBack;
        }
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh("offline_world");
        host = new PackagedHost(ProductionSettings.on(database), database);
    }

    @AfterAll
    static void stop() {
        host.close();
        TestDatabase.drop(database);
    }

    @Test
    void nothingIsLostWhenTheServerIsKilled() throws SQLException {
        Deeds all = new Deeds();
        for (long seed = 0; seed < Long.getLong("simulation.kills", KILLS); seed++) {
            try (World world = new World(seed, host)) {
                world.live(STEPS);
                world.kill(host);
                world.live(STEPS);
                world.comeToRest();
                world.heal();
                world.assertNothingIsLostAndEachHoldsItsScope();
                all.add(world.deeds());
            } finally {
                LOG.infof("seed %d; what happened so far: %s", seed, all);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void aLieOfTheDatabaseIsFoundOut(Lie lie) {
        Tables.execute(database, lie.told);
        closeConnections();
        try {
            assertThatThrownBy(() -> {
                        for (long seed = 0; seed < TRIES; seed++) {
                            live(seed);
                        }
                    })
                    .isInstanceOf(AssertionError.class);
        } finally {
            Tables.execute(database, lie.takenBack);
            closeConnections();
        }
    }

    private static void live(long seed) throws SQLException {
        try (World world = new World(seed, host)) {
            world.live(2 * STEPS);
            world.comeToRest();
            world.heal();
            world.assertNothingIsLostAndEachHoldsItsScope();
        }
    }

    /** The server opens new ones, which see the database as it is now. */
    private static void closeConnections() {
        Tables.execute(
                database,
                "select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }
}

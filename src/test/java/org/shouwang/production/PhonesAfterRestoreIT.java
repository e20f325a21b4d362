package org.shouwang.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.sync.simulation.World;
import org.shouwang.sync.simulation.World.Recorded;
import org.shouwang.testsupport.TestDatabase;

/**
 * A database comes back as it was before the last pushes: phones are told, send again what they sent, and nothing that was
 * acknowledged is lost.
 */
class PhonesAfterRestoreIT {

    private static final int STEPS = 60;
    private static final long SEED = 3;
    private static final String MOMENT = "before_the_last_pushes";

    @TempDir
    Path folder;

    @Test
    void fromADump() throws Exception {
        DatabaseAddress database = TestDatabase.fresh("phones_after_dump");
        Map<String, String> settings = new HashMap<>(ProductionSettings.on(database));
        settings.put("SHOUWANG_BACKUP_FOLDER", folder.resolve("backups").toString());
        settings.put("SHOUWANG_FILES_FOLDER", folder.resolve("files").toString());
        try (PackagedHost host = new PackagedHost(settings, database);
                World world = new World(SEED, host)) {
            work(world);
            String backup = PackagedCommand.run(settings, "backup").out().strip();
            work(world);
            host.kill();
            host.moveTo(TestDatabase.fresh("phones_after_dump"));
            assertThat(PackagedCommand.run(host.settings(), "restore", backup).exit())
                    .isZero();
            host.start();

            assertThatNothingIsLost(world);
        } finally {
            TestDatabase.drop(database);
        }
    }

    /** Nobody tells the server; it is the same cluster on the same timeline. The phones' cursors are ahead of it. */
    @Test
    void fromABaseBackup() throws Exception {
        try (ArchivedCluster cluster = ArchivedCluster.start(folder.resolve("lost"));
                PackagedHost host = new PackagedHost(ProductionSettings.on(cluster.address()), cluster.address());
                World world = new World(SEED, host)) {
            work(world);
            Path copy = cluster.baseBackup(folder.resolve("copy"));
            work(world);
            host.kill();
            cluster.lose();
            try (ArchivedCluster restored = ArchivedCluster.startOn(copy)) {
                host.moveTo(restored.address());
                host.start();

                assertThatNothingIsLost(world);
                host.kill();
            }
        }
    }

    @Test
    void toAPointInTime() throws Exception {
        try (ArchivedCluster cluster = ArchivedCluster.start(folder.resolve("lost"));
                PackagedHost host = new PackagedHost(ProductionSettings.on(cluster.address()), cluster.address());
                World world = new World(SEED, host)) {
            Path copy = cluster.baseBackup(folder.resolve("copy"));
            work(world);
            cluster.name(MOMENT);
            work(world);
            cluster.archive();
            host.kill();
            cluster.lose();
            try (ArchivedCluster restored = cluster.recovered(copy, MOMENT)) {
                host.moveTo(restored.address());
                host.start();

                assertThatNothingIsLost(world);
                host.kill();
            }
        }
    }

    private static void work(World world) throws Exception {
        world.live(STEPS);
        world.comeToRest();
        world.heal();
    }

    private static void assertThatNothingIsLost(World world) throws Exception {
        Recorded before = world.recorded();
        assertThat(before.known()).isPositive().isLessThan(before.made());

        world.heal();

        world.assertNothingIsLostAndEachHoldsItsScope();
    }
}

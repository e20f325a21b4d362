package org.shouwang.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.secret.KeyEscrow;

/**
 * Makes the day's backup, on whichever node looks first; the others find it made. What a backup holds was read again before it
 * counts. After a failure a node rests, since each attempt reads the whole database.
 */
@Singleton
class DailyBackup implements BackgroundJob {

    private static final Logger LOG = Logger.getLogger(DailyBackup.class);
    private static final Duration REST = Duration.ofHours(1);

    private static final String LAST =
            "select to_char(max(made_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') as made_at from backup";

    private final BackedUpServer server;
    private final BackupConfig config;
    private final KeyEscrow escrow;
    private final LastBackup last;
    private final Clock clock;
    private final Counter failures;
    private volatile Instant restsUntil = Instant.MIN;

    DailyBackup(
            BackedUpServer server,
            BackupConfig config,
            KeyEscrow escrow,
            LastBackup last,
            Clock clock,
            MeterRegistry meters) {
        this.server = server;
        this.config = config;
        this.escrow = escrow;
        this.last = last;
        this.clock = clock;
        this.failures = Counter.builder("shouwang.backup.failures")
                .description("Backups of this node that did not end well")
                .register(meters);
    }

    @Override
    public String name() {
        return "daily-backup";
    }

    @Override
    public int order() {
        return 95;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** On a worker thread, for as long as it takes. Answers how many backups were made. */
    @Override
    public Uni<Integer> runOnce() {
        return Uni.createFrom().item(this::look).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private int look() {
        try {
            last.is(lastMade());
            if (config.folder().isPresent() && clock.instant().isAfter(restsUntil)) {
                return makeIfDue(config.folder().get());
            }
        } catch (BackupUnderWayException e) {
            LOG.debug("Another node makes the backup");
        } catch (BackupException | SQLException | IllegalStateException e) {
            restsUntil = clock.instant().plus(REST);
            failures.increment();
            LOG.errorf("No backup was made: %s", e.getMessage());
        }
        return 0;
    }

    private int makeIfDue(Path folder) throws SQLException {
        if (!BackupTimes.due(lastMade(), config.at(), clock.instant())) {
            return 0;
        }
        Optional<byte[]> keys = escrow.sealed().map(text -> text.getBytes(UTF_8));
        if (keys.isEmpty()) {
            LOG.warn(Backup.WITHOUT_KEYS);
        }
        Backup.Made made =
                new Backup(server.database(), server.files(), keys).into(new BackupFolder(folder), config.keep());
        last.is(Optional.of(Instant.parse(made.manifest().madeAt())));
        LOG.infof("Backup of %d rows, %d bytes: %s", made.manifest().rows(), made.bytes(), made.file());
        return 1;
    }

    private Optional<Instant> lastMade() throws SQLException {
        try (CopyConnection connection = CopyConnection.open(server.database())) {
            List<Optional<String>> made = connection.list(LAST, row -> Optional.ofNullable(row.getString("made_at")));
            return made.get(0).map(Instant::parse);
        }
    }
}

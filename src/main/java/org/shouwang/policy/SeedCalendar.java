package org.shouwang.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Stores the calendars that come along ({@code work-calendar.csv}), year by year where none is there: what an administrator has
 * imported stays.
 */
@Singleton
class SeedCalendar {

    private static final String FILE = "/work-calendar.csv";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final CalendarRows rows;
    private final Pool pool;

    SeedCalendar(CalendarRows rows, Pool pool) {
        this.rows = rows;
        this.pool = pool;
    }

    /** Any number of nodes may start at once. */
    void atStart(@Observes @Priority(2) StartupEvent start) {
        seed().await().atMost(PATIENCE);
    }

    private Uni<Void> seed() {
        List<CalendarDay> all = days();
        return pool.withTransaction(transaction -> rows.alone(transaction)
                .chain(() -> rows.nationalYears(transaction))
                .map(known -> all.stream()
                        .filter(day -> !known.contains(day.day().getYear()))
                        .toList())
                .chain(missing ->
                        missing.isEmpty() ? Uni.createFrom().voidItem() : rows.insert(transaction, null, missing)));
    }

    /** The days that come along. */
    static List<CalendarDay> days() {
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(SeedCalendar.class.getResourceAsStream(FILE), FILE), UTF_8))) {
            return lines.stream()
                    .map(line -> new CalendarDay(
                            LocalDate.parse(line.getField("day")),
                            Boolean.parseBoolean(line.getField("working")),
                            line.getField("name")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}

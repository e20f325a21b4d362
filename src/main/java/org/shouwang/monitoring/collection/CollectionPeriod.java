package org.shouwang.monitoring.collection;

import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.catalogue.Catalogue;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.monitoring.unit.Sight;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/**
 * A period for which values are collected (采集期).
 *
 * @param areas the area with all below it
 * @param quarter null for the year as a whole
 * @param closedOn from this day on nothing is taken any more
 */
public record CollectionPeriod(
        UUID id,
        int version,
        AreaCode area,
        AreaRanges areas,
        int year,
        @Nullable Integer quarter,
        LocalDate openOn,
        LocalDate dueOn,
        @Nullable LocalDate closedOn,
        Instant createdAt,
        UUID createdBy,
        Buffer requestHash) {

    /** Of the period {@code p} and its area {@code a}. */
    static final String COLUMNS = """
            p.id, p.version, p.area_code, a.code_end, p.year, p.quarter, p.open_on, p.due_on, p.closed_on, p.created_at,
            p.created_by, p.request_hash
            """;

    /** Reads a row of {@link #COLUMNS}. */
    static CollectionPeriod of(Row row) {
        return new CollectionPeriod(
                row.getUUID("id"),
                row.getInteger("version"),
                new AreaCode(row.getLong("area_code")),
                AreaRanges.of(row.getLong("area_code"), row.getLong("code_end")),
                row.getInteger("year"),
                row.getInteger("quarter"),
                row.getLocalDate("open_on"),
                row.getLocalDate("due_on"),
                row.getLocalDate("closed_on"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getBuffer("request_hash"));
    }

    public boolean isQuarter() {
        return quarter != null;
    }

    /** Whether somebody has a part in it: its area, or a unit whose seat is there. */
    public boolean isSeen(Sight sight) {
        return sight.areas().contains(area) || sight.units().stream().anyMatch(unit -> areas.contains(unit.area()));
    }

    /** Whether values of a line of the book belong to it: of its year, and measured in its area. */
    public boolean isFor(Responsibility line) {
        return year == line.year() && areas.contains(line.area());
    }

    /** The codes of the indicators that are due in it. */
    public Set<String> due(Catalogue catalogue) {
        return due(catalogue, isQuarter());
    }

    static Set<String> due(Catalogue catalogue, boolean quarter) {
        return catalogue.indicators().stream()
                .filter(indicator -> quarter ? indicator.isQuarterly() : indicator.isYearly())
                .map(Indicator::code)
                .collect(Collectors.toSet());
    }

    /** Whether a unit may report an indicator in it: what is due, and with a year what comes once in a term of office. */
    public boolean isFor(Indicator indicator) {
        return isQuarter() ? indicator.isQuarterly() : indicator.isTakenYearly();
    }

    /** The day from which a value of a line is late: nobody is late with what was not asked of them yet. */
    public LocalDate dueOn(Responsibility line) {
        return Stream.of(dueOn, LocalDays.of(createdAt), LocalDays.of(line.createdAt()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether a value of a line is asked for: of one that was issued after the closing nothing can be reported. */
    public boolean asks(Responsibility line) {
        return closedOn == null || !LocalDays.of(line.createdAt()).isAfter(closedOn);
    }

    /** Whether units may report on this day: also when they are late, until it is closed. */
    public boolean takes(LocalDate day) {
        return !day.isBefore(openOn) && closedOn == null;
    }
}

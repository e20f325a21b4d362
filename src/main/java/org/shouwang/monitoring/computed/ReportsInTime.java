package org.shouwang.monitoring.computed;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.protection.incident.ReportCounts;

/** Dangers that were reported to the police in time (强制报告及时率; 未成年人保护法 art. 11); nobody is late yet whose hours still run. */
@Singleton
class ReportsInTime implements Formula {

    private final ReportCounts reports;
    private final ComputedConfig config;
    private final Clock clock;

    ReportsInTime(ReportCounts reports, ComputedConfig config, Clock clock) {
        this.reports = reports;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "reports-in-time";
    }

    /** Of days that are over. */
    @Override
    public Uni<Map<AreaCode, Count>> count(Ground ground, Span span) {
        LocalDate yesterday = LocalDays.today(clock).minusDays(1);
        LocalDate last = span.on().isAfter(yesterday) ? yesterday : span.on();
        return reports.of(ground.ranges(), span.from(), last, config.reportHours())
                .map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> new Count(
                                        one.getValue().inTime(), one.getValue().owed()))));
    }
}

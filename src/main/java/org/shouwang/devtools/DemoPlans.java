package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouwang.monitoring.catalogue.Catalogues;
import org.shouwang.monitoring.catalogue.Indicator;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.record.RequestHash;

/** The demo district's departments lead for the indicators of their lines of work this year, and report this quarter. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoPlans {

    private static final long DISTRICT = 610304000000L;
    private static final String OFFICE = "13900000006";
    private static final int DUE_AFTER_DAYS = 15;

    private final Catalogues catalogues;
    private final Clock clock;

    DemoPlans(Catalogues catalogues, Clock clock) {
        this.catalogues = catalogues;
        this.clock = clock;
    }

    void load(Connection connection) throws SQLException {
        LocalDate today = LocalDays.today(clock);
        Instant now = clock.instant();
        byte[] byHand = RequestHash.ofText("demo").bytes();
        List<Indicator> indicators = catalogues.on(today).indicators();
        try (DemoBatch lines = new DemoBatch(
                        connection,
                        "responsibility",
                        "id",
                        "area_code",
                        "year",
                        "indicator_code",
                        "unit_id",
                        "role",
                        "doc_no",
                        "issued_on",
                        "request_hash",
                        "created_at",
                        "created_by");
                DemoBatch periods = new DemoBatch(
                        connection,
                        "collection_period",
                        "id",
                        "area_code",
                        "year",
                        "quarter",
                        "open_on",
                        "due_on",
                        "look_on",
                        "request_hash",
                        "created_at",
                        "created_by")) {
            for (Indicator indicator : indicators) {
                Optional<DemoOrganisation> lead = leadOf(indicator);
                if (lead.isEmpty()) {
                    continue;
                }
                lines.add(
                        DemoIds.of("responsibility", indicator.code()),
                        DISTRICT,
                        today.getYear(),
                        indicator.code(),
                        lead.get().id(),
                        "LEAD",
                        "陈妇儿工委〔" + today.getYear() + "〕1号",
                        today,
                        byHand,
                        now,
                        DemoIds.of("worker", OFFICE));
            }
            LocalDate begun = today.with(IsoFields.DAY_OF_QUARTER, 1);
            LocalDate due = begun.plusMonths(3).plusDays(DUE_AFTER_DAYS - 1L);
            periods.add(
                    DemoIds.of("collection-period", "quarter"),
                    DISTRICT,
                    today.getYear(),
                    today.get(IsoFields.QUARTER_OF_YEAR),
                    begun,
                    due,
                    due.plusDays(1),
                    byHand,
                    now,
                    DemoIds.of("worker", OFFICE));
            lines.insert();
            periods.insert();
        }
    }

    private static Optional<DemoOrganisation> leadOf(Indicator indicator) {
        return Arrays.stream(DemoOrganisation.values())
                .filter(unit -> unit.answersFor(indicator.leadUnit()))
                .findFirst();
    }
}

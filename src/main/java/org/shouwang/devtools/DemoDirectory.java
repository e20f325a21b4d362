package org.shouwang.devtools;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.LocalDays;

/** Who helps in the demo district; all of it was checked today. */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoDirectory {

    private static final int WORKING_DAYS = 5;

    private static final String ENTRY = """
            insert into resource (id, area_code, organisation_id, name, category, phone, hours, accepts_referral_types,
                provider_type, verified_on, created_at, created_by, updated_at, updated_by)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'GOV', ?, ?, ?, ?, ?)
            """;

    private static final String SERVES = "insert into resource_area (resource_id, area_code) values (?, ?)";

    private final Clock clock;

    DemoDirectory(Clock clock) {
        this.clock = clock;
    }

    void load(Connection connection, UUID worker) throws SQLException {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        try (PreparedStatement entries = connection.prepareStatement(ENTRY);
                PreparedStatement areas = connection.prepareStatement(SERVES)) {
            for (DemoResource resource : DemoResource.ALL) {
                DemoOrganisation organisation = resource.organisation();
                @Nullable
                Object[] row = {
                    resource.id(),
                    resource.area(),
                    organisation == null ? null : organisation.id(),
                    resource.name(),
                    resource.category(),
                    resource.phone(),
                    hours(resource.always()),
                    connection.createArrayOf("text", resource.accepts().toArray()),
                    LocalDays.today(clock),
                    now,
                    worker,
                    now,
                    worker
                };
                for (int i = 0; i < row.length; i++) {
                    entries.setObject(i + 1, row[i]);
                }
                entries.addBatch();
                areas.setObject(1, resource.id());
                areas.setLong(2, resource.area());
                areas.addBatch();
            }
            entries.executeBatch();
            areas.executeBatch();
        }
    }

    private static String hours(boolean always) {
        String span = always ? "\"from\":\"00:00\",\"to\":\"24:00\"" : "\"from\":\"08:30\",\"to\":\"17:30\"";
        return IntStream.rangeClosed(1, always ? DayOfWeek.values().length : WORKING_DAYS)
                .mapToObj(day -> "{\"weekday\":\"" + DayOfWeek.of(day) + "\"," + span + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}

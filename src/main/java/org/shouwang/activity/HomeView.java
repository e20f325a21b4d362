package org.shouwang.activity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.http.Answers;

@Schema(name = "Home", description = "A children's home (儿童之家)")
record HomeView(
        UUID id,
        String name,
        String homeCode,
        AreaCode areaCode,
        AreaCode recordedAreaCode,
        String address,
        HomeType homeType,
        LocalDate openedOn,
        HomeStatus status,

        @Schema(description = "From which day on it has the status, where somebody said so") @Nullable
        LocalDate statusSince,

        BigDecimal indoorM2,
        @Nullable BigDecimal outdoorM2,
        List<HomeZone> zones,
        List<HomeFunction> functions,
        @Nullable BigDecimal geoLat,
        @Nullable BigDecimal geoLng,
        @Nullable Integer bookCount,
        @Nullable Boolean hasSign,
        @Nullable Boolean rulesPosted,
        @Nullable Boolean hoursPosted,
        @Nullable Integer childrenServed,
        @JsonUnwrapped HomeDetails details,

        @Schema(description = "Computed from the opening hours in term") @Nullable
        BigDecimal hoursPerWeekInTerm,

        @Schema(description = "Computed from the opening hours in the holidays") @Nullable
        BigDecimal hoursPerWeekInHolidays,

        @Schema(description = "90 days after the newest safety check") @Nullable
        LocalDate nextSafetyCheckOn,

        @Schema(description = "Day of the newest activity that was held there") @Nullable
        LocalDate lastActivityOn,

        @Schema(
                description =
                        "Whether it counts (达标): open, large enough, two zones, three functions and an activity in the"
                                + " last 90 days. Computed when it is answered; it ends by itself on day 91")
        boolean qualified,

        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        int version)
        implements Answers.Versioned {

    static final String COLUMNS = """
            c.id, c.name, c.home_code, c.area_code, c.recorded_area_code, c.address, c.home_type, c.opened_on, c.status, c.status_since,
            c.indoor_m2, c.outdoor_m2, c.zones, c.functions, c.created_at, c.created_by, c.updated_at, c.updated_by, c.version,
            c.geo_lat, c.geo_lng, c.book_count, c.has_sign, c.rules_posted, c.hours_posted, c.children_served,
            (select d.lists from childrens_home_detail d where d.home_id = c.id) as lists,
            (select max(a.started_at) from activity a where a.home_id = c.id) as last_activity_at
            """;

    /**
     * Reads a row of {@link #COLUMNS}.
     *
     * @param lists as the row has them
     */
    static HomeView of(Row row, HomeDetails lists, HomeStandard standard) {
        HomeStandard.Facts facts = facts(row);
        return new HomeView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("home_code"),
                new AreaCode(row.getLong("area_code")),
                new AreaCode(row.getLong("recorded_area_code")),
                row.getString("address"),
                HomeType.valueOf(row.getString("home_type")),
                row.getLocalDate("opened_on"),
                facts.status(),
                row.getLocalDate("status_since"),
                facts.indoorM2(),
                row.getBigDecimal("outdoor_m2"),
                facts.zones(),
                facts.functions(),
                row.getBigDecimal("geo_lat"),
                row.getBigDecimal("geo_lng"),
                row.getInteger("book_count"),
                row.getBoolean("has_sign"),
                row.getBoolean("rules_posted"),
                row.getBoolean("hours_posted"),
                row.getInteger("children_served"),
                lists,
                lists.hoursPerWeek(HomeDetails.Season.TERM),
                lists.hoursPerWeek(HomeDetails.Season.HOLIDAY),
                lists.nextSafetyCheckOn(),
                facts.lastActivityOn(),
                standard.isMetBy(facts),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getUUID("updated_by"),
                row.getInteger("version"));
    }

    /** What the standard looks at, from a row that has the columns of the same names. */
    static HomeStandard.Facts facts(Row row) {
        OffsetDateTime last = row.getOffsetDateTime("last_activity_at");
        return new HomeStandard.Facts(
                HomeStatus.valueOf(row.getString("status")),
                row.getBigDecimal("indoor_m2"),
                codes(row.getArrayOfStrings("zones"), HomeZone::valueOf),
                codes(row.getArrayOfStrings("functions"), HomeFunction::valueOf),
                last == null ? null : LocalDays.of(last.toInstant()));
    }

    private static <E> List<E> codes(String[] names, Function<String, E> reader) {
        return Stream.of(names).map(reader).toList();
    }
}

package org.shouwang.activity;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
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
        BigDecimal indoorM2,
        @Nullable BigDecimal outdoorM2,
        List<HomeZone> zones,
        List<HomeFunction> functions,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        int version)
        implements Answers.Versioned {

    static final String COLUMNS = """
            c.id, c.name, c.home_code, c.area_code, c.recorded_area_code, c.address, c.home_type, c.opened_on, c.status,
            c.indoor_m2, c.outdoor_m2, c.zones, c.functions, c.created_at, c.created_by, c.updated_at, c.updated_by, c.version
            """;

    static HomeView of(ChildrensHome home) {
        return new HomeView(
                home.id,
                home.name,
                home.homeCode,
                home.areaCode,
                home.recordedAreaCode,
                home.address,
                home.homeType,
                home.openedOn,
                home.status,
                home.indoorM2,
                home.outdoorM2,
                codes(home.zones, HomeZone::valueOf),
                codes(home.functions, HomeFunction::valueOf),
                home.createdAt,
                home.createdBy,
                home.updatedAt,
                home.updatedBy,
                home.version);
    }

    /** Reads a row of {@link #COLUMNS}. */
    static HomeView of(Row row) {
        return new HomeView(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("home_code"),
                new AreaCode(row.getLong("area_code")),
                new AreaCode(row.getLong("recorded_area_code")),
                row.getString("address"),
                HomeType.valueOf(row.getString("home_type")),
                row.getLocalDate("opened_on"),
                HomeStatus.valueOf(row.getString("status")),
                row.getBigDecimal("indoor_m2"),
                row.getBigDecimal("outdoor_m2"),
                codes(row.getArrayOfStrings("zones"), HomeZone::valueOf),
                codes(row.getArrayOfStrings("functions"), HomeFunction::valueOf),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getUUID("created_by"),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getUUID("updated_by"),
                row.getInteger("version"));
    }

    private static <E> List<E> codes(String[] names, Function<String, E> reader) {
        return Stream.of(names).map(reader).toList();
    }
}

package org.shouwang.protection.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.LocalDays;

/**
 * Whom to call in danger: the national lines ({@code hotlines.csv}, the numbers to try first at the top) and the entries of
 * category HOTLINE of the directory.
 */
@Singleton
public class Hotlines {

    private static final String FILE = "/hotlines.csv";

    /** Nothing local stands before police and ambulance. */
    private static final Set<String> EMERGENCY = Set.of("110", "120");

    private static final String LOCAL = """
            with recursive up(place, code, parent_code, steps) as (
                select code, code, parent_code, 0 from area where code = any($1)
                union all
                select up.place, a.code, a.parent_code, up.steps + 1
                from up cross join lateral (select code, parent_code from area where code = up.parent_code offset 0) a)
            select up.place, up.code, r.phone, r.name
            from up
            cross join lateral (select resource_id from resource_area where area_code = up.code offset 0) s
            cross join lateral (select * from resource where id = s.resource_id offset 0) r
            where r.category = 'HOTLINE' and\s""" + AreasAround.IN_FORCE + """
            order by up.place, up.steps, r.name, r.id
            """;

    private final List<Hotline> national = new ArrayList<>();
    private final Areas areas;
    private final Pool pool;
    private final Clock clock;

    Hotlines(Areas areas, Pool pool, Clock clock) {
        this.areas = areas;
        this.pool = pool;
        this.clock = clock;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(Hotlines.class.getResourceAsStream(FILE), FILE), UTF_8))) {
            rows.forEach(row -> national.add(new Hotline(
                    national.size(), null, row.getField("number"), row.getField("name"), row.getField("nameEn"))));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** The national lines. */
    List<Hotline> national() {
        return List.copyOf(national);
    }

    /** Whom to call at a place, the first number first; of a place that nobody knows, the national lines. */
    Uni<List<Hotline>> at(AreaCode place) {
        return areas.today(List.of(place)).chain(today -> {
            Areas.Place living = today.get(place);
            return living == null
                    ? Uni.createFrom().item(national())
                    : at(pool, List.of(living.code())).map(found -> found.getOrDefault(living.code(), national()));
        });
    }

    /** The same for several places as they are today, in one statement of the client, which may be in a transaction. */
    public Uni<Map<AreaCode, List<Hotline>>> at(SqlClient client, Collection<AreaCode> places) {
        List<AreaCode> asked = places.stream().distinct().toList();
        if (asked.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Long[] codes = asked.stream().map(AreaCode::value).toArray(Long[]::new);
        return client.preparedQuery(LOCAL)
                .execute(Tuple.of(codes, LocalDays.today(clock)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(groupingBy(
                                row -> new AreaCode(row.getLong("place")), mapping(Hotlines::local, toList()))))
                .map(local -> asked.stream()
                        .collect(Collectors.toMap(
                                Function.identity(), place -> merged(national, local.getOrDefault(place, List.of())))));
    }

    /**
     * One list to call from: police and ambulance, then what is near, then the other national lines. Each number stands once, where
     * it stands first.
     *
     * @param local the nearest first
     */
    static List<Hotline> merged(List<Hotline> national, List<Hotline> local) {
        Set<String> seen = new HashSet<>();
        List<Hotline> all = new ArrayList<>();
        Stream.of(
                        national.stream().filter(line -> EMERGENCY.contains(line.number())),
                        local.stream(),
                        national.stream())
                .flatMap(Function.identity())
                .filter(line -> seen.add(line.number()))
                .forEach(line -> all.add(line.sorted(all.size())));
        return List.copyOf(all);
    }

    private static Hotline local(Row row) {
        String name = row.getString("name");
        return new Hotline(0, new AreaCode(row.getLong("code")), row.getString("phone"), name, name);
    }
}

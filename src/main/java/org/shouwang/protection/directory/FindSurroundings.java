package org.shouwang.protection.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.protection.directory.Surroundings.Organisation;

/** Reads what entries refer to, before their transaction begins. */
@Singleton
class FindSurroundings {

    private static final String WORKING = """
            select o.id, a.code, a.code_end
            from organisation o join area a on a.code = o.area_code
            where o.id = any($1) and o.status = 'ACTIVE'
            """;

    private final Areas areas;
    private final Pool pool;

    FindSurroundings(Areas areas, Pool pool) {
        this.areas = areas;
        this.pool = pool;
    }

    Uni<Surroundings> of(Collection<ResourceForm> forms) {
        Set<AreaCode> codes = forms.stream()
                .flatMap(form -> Stream.concat(Stream.of(form.areaCode()), form.areaScope().stream()))
                .collect(Collectors.toSet());
        Set<UUID> named = forms.stream()
                .map(ResourceForm::organisationId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return of(codes, named);
    }

    Uni<Surroundings> of(Set<AreaCode> codes, Set<UUID> organisations) {
        return areas.today(codes).chain(found -> pool.preparedQuery(WORKING)
                .execute(Tuple.tuple().addArrayOfUUID(organisations.toArray(UUID[]::new)))
                .map(rows -> new Surroundings(
                        found,
                        StreamSupport.stream(rows.spliterator(), false)
                                .collect(Collectors.toMap(row -> row.getUUID("id"), FindSurroundings::organisation)))));
    }

    private static Organisation organisation(Row row) {
        return new Organisation(
                new AreaCode(row.getLong("code")), AreaRanges.of(row.getLong("code"), row.getLong("code_end")));
    }
}

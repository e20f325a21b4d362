package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.AreaFile.Line;
import org.shouwang.platform.AreaCode;

/** Takes a list of administrative divisions into the tree; repeating it changes nothing. */
@Singleton
public class ImportAreas {

    private static final String UPSERT = """
            insert into area (code, name, level, parent_code, code_end)
            select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bigint[])
            on conflict (code) do update set name = excluded.name
            where area.name <> excluded.name
            """;

    private final Pool pool;

    ImportAreas(Pool pool) {
        this.pool = pool;
    }

    /** Answers how many areas are new or renamed. */
    public Uni<Integer> from(InputStream csv) {
        List<Line> lines = AreaFile.read(csv);
        Long[] codes = lines.stream().map(line -> line.code().value()).toArray(Long[]::new);
        String[] names = lines.stream().map(Line::name).toArray(String[]::new);
        String[] levels = lines.stream().map(line -> line.level().name()).toArray(String[]::new);
        @Nullable
        Long[] parents = lines.stream()
                .map(line -> line.parent().map(AreaCode::value).orElse(null))
                .toArray(Long[]::new);
        Long[] ends = lines.stream()
                .map(line -> line.code().value() + line.level().span())
                .toArray(Long[]::new);
        return pool.preparedQuery(UPSERT)
                .execute(Tuple.of(codes, names, levels, parents, ends))
                .map(rows -> rows.rowCount());
    }
}

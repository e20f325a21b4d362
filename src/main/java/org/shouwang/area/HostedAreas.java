package org.shouwang.area;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.Arrays;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Result;

/**
 * Areas that another authority runs than their code says (托管). Their host governs them, but does not dispose of them: it
 * could annex them otherwise, and whose they are is decided above both.
 */
final class HostedAreas {

    /** Served by the index of hosted areas. */
    private static final String RUN_BY_HOST = """
            select exists (
                select from area h
                join unnest($1::bigint[]) as asked(code) on asked.code >= h.code and asked.code < h.code_end
                where (h.administered_by_area_code is not null or h.administered_by_organisation_id is not null)
                  and (h.administered_from is null or h.administered_from <= $2)) as hosted
            """;

    private HostedAreas() {}

    /** The post, when it may dispose of these areas: a post of the whole instance of all, any other not of hosted ones. */
    static Uni<Result<Post>> disposable(SqlConnection transaction, Post post, LocalDate today, AreaCode... areas) {
        if (post.isOfInstance()) {
            return Uni.createFrom().item(Result.ok(post));
        }
        Long[] codes = Arrays.stream(areas).map(AreaCode::value).toArray(Long[]::new);
        return transaction
                .preparedQuery(RUN_BY_HOST)
                .execute(Tuple.of(codes, today))
                .map(rows -> rows.iterator().next().getBoolean("hosted")
                        ? Result.invalid("areaCode", "area-run-by-host")
                        : Result.ok(post));
    }
}

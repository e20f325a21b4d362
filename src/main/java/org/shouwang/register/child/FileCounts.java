package org.shouwang.register.child;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.LocalDays;

/** Counts how well the files of left-behind children and children in difficulty are kept (一人一档), for rooms above. */
@Singleton
public class FileCounts {

    private static final int VERIFIED_WITHIN_MONTHS = 12;

    /** Left-behind children and those in difficulty (data dictionary 2.1, groups). */
    private static final String[] CATEGORIES = Stream.of(
                    CategoryCode.LEFT_BEHIND,
                    CategoryCode.ORPHAN_INSTITUTION,
                    CategoryCode.ORPHAN_SCATTERED,
                    CategoryCode.DE_FACTO_UNATTENDED,
                    CategoryCode.POOR_FAMILY,
                    CategoryCode.SEVERE_DISABILITY,
                    CategoryCode.SERIOUS_ILLNESS,
                    CategoryCode.HIV_AFFECTED,
                    CategoryCode.GUARDIANSHIP_RISK,
                    CategoryCode.STREET,
                    CategoryCode.STATE_GUARDED,
                    CategoryCode.PARENT_IMPRISONED_OR_DRUG,
                    CategoryCode.UNREGISTERED)
            .map(Enum::name)
            .toArray(String[]::new);

    /** A file that lacks something is a draft ({@link MissingFacts}). Served by child_area and child_category_child. */
    private static final String COUNT = Areas.CODES + """
            select place.code, found.*
            from place cross join lateral (
                select count(*) as registered,
                       count(*) filter (where c.file_status <> 'DRAFT' and c.last_verified_at >= $3
                                          and c.last_verified_at < $4) as complete
                from child c
                where c.area_code = place.code and c.file_status in ('DRAFT', 'ACTIVE', 'TRANSFER_PENDING')
                  and c.duplicate_of is null
                  and exists (select from child_category k
                              where k.child_id = c.id and k.category_code = any($6)
                                and k.status in ('CLAIMED', 'VERIFIED', 'APPROVED')
                                and k.start_date <= $5 and (k.end_date is null or k.end_date >= $5))
                having count(*) > 0) found
            """;

    private final Pool pool;

    FileCounts(Pool pool) {
        this.pool = pool;
    }

    /**
     * Open files of children in these categories.
     *
     * @param complete of them: nothing is missing, and verified within a year
     */
    public record Files(long registered, long complete) {}

    /** The files of today of each area of the scope that has any, by the categories of the day: one statement. */
    public Uni<Map<AreaCode, Files>> of(AreaRanges scope, LocalDate day) {
        Tuple arguments = Tuple.of(scope.lower(), scope.upper())
                .addOffsetDateTime(LocalDays.at(day.minusMonths(VERIFIED_WITHIN_MONTHS), LocalTime.MIDNIGHT)
                        .atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(
                        LocalDays.at(day.plusDays(1), LocalTime.MIDNIGHT).atOffset(ZoneOffset.UTC))
                .addLocalDate(day)
                .addArrayOfString(CATEGORIES);
        return pool.preparedQuery(COUNT).execute(arguments).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(
                        row -> new AreaCode(row.getLong("code")),
                        row -> new Files(row.getLong("registered"), row.getLong("complete")))));
    }
}

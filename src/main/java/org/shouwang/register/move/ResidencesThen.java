package org.shouwang.register.move;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.operation.Operation;
import org.shouwang.platform.record.SessionSql;

/** Reads where somebody lived when an operation was done: the moves that were accepted since say so. */
@Singleton
public class ResidencesThen {

    /** Whose own move it was; with a household its members who went to another one. */
    private static final String SINCE = """
            with since as (
                select id, area_code, household_id, whole_household, member_ids, answered_at
                from child_move
                where state = 'ACCEPTED' and household_id = $1
                  and answered_at > $2
                union
                select m.id, m.area_code, m.household_id, m.whole_household, m.member_ids, m.answered_at
                from move_child c join child_move m on m.id = c.move_id
                where c.child_id = any($3)
                  and m.state = 'ACCEPTED' and m.answered_at > $2),
            left_behind as (
                select c.child_id as id, s.area_code, s.answered_at
                from since s join move_child c on c.move_id = s.id
                where c.child_id = any($3)
                union all
                select household_id, area_code, answered_at
                from since where whole_household and household_id = $1
                union all
                select unnest(member_ids), null, answered_at
                from since where not whole_household and household_id = $1)
            select id, area_code
            from left_behind
            order by answered_at, id
            """;

    /**
     * Of these children and this household, as of the operation. Runs in the caller's session, once it holds them.
     *
     * @param household null where it is about none
     */
    public Uni<Residences> of(Collection<UUID> children, @Nullable UUID household, Operation operation) {
        return SessionSql.rows(
                        SINCE, household, operation.doneSince().atOffset(ZoneOffset.UTC), children.toArray(UUID[]::new))
                .map(rows -> read(rows, operation.isTimed()));
    }

    private static Residences read(List<@Nullable Object[]> rows, boolean exact) {
        Map<UUID, List<AreaCode>> left = new HashMap<>();
        Set<UUID> gone = new HashSet<>();
        for (@Nullable Object[] row : rows) {
            UUID id = (UUID) Objects.requireNonNull(row[0]);
            Long village = (Long) row[1];
            if (village == null) {
                gone.add(id);
            } else {
                left.computeIfAbsent(id, first -> new ArrayList<>()).add(new AreaCode(village));
            }
        }
        return new Residences(left, exact, gone);
    }
}

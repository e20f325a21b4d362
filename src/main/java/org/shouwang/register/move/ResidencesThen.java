package org.shouwang.register.move;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.operation.Operation;

/** Reads where somebody lived when an operation was done: the moves that were accepted since say so. */
@Singleton
public class ResidencesThen {

    /** Whose own move it was; with a household its members who went to another one. */
    private static final String SINCE = """
            with since as (
                select id, area_code, household_id, whole_household, member_ids, answered_at
                from child_move
                where state = 'ACCEPTED' and household_id = cast(:household as uuid)
                  and answered_at > cast(:since as timestamptz)
                union
                select m.id, m.area_code, m.household_id, m.whole_household, m.member_ids, m.answered_at
                from move_child c join child_move m on m.id = c.move_id
                where c.child_id = any(cast(:children as uuid[]))
                  and m.state = 'ACCEPTED' and m.answered_at > cast(:since as timestamptz)),
            left_behind as (
                select c.child_id as id, s.area_code, s.answered_at
                from since s join move_child c on c.move_id = s.id
                where c.child_id = any(cast(:children as uuid[]))
                union all
                select household_id, area_code, answered_at
                from since where whole_household and household_id = cast(:household as uuid)
                union all
                select unnest(member_ids), null, answered_at
                from since where not whole_household and household_id = cast(:household as uuid))
            select id || '/' || coalesce(cast(area_code as text), '')
            from left_behind
            order by answered_at, id
            """;

    /**
     * Of these children and this household, as of the operation. Runs in the caller's session, once it holds them.
     *
     * @param household null where it is about none
     */
    public Uni<Residences> of(Collection<UUID> children, @Nullable UUID household, Operation operation) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SINCE, Object.class)
                        .setParameter("since", operation.doneSince().atOffset(ZoneOffset.UTC))
                        .setParameter("household", household)
                        .setParameter("children", children.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> read(rows, operation.isTimed()));
    }

    private static Residences read(List<Object> rows, boolean exact) {
        Map<UUID, List<AreaCode>> left = new HashMap<>();
        Set<UUID> gone = new HashSet<>();
        for (Object row : rows) {
            String[] parts = row.toString().split("/", -1);
            UUID id = UUID.fromString(parts[0]);
            if (parts[1].isEmpty()) {
                gone.add(id);
            } else {
                left.computeIfAbsent(id, first -> new ArrayList<>()).add(new AreaCode(Long.parseLong(parts[1])));
            }
        }
        return new Residences(left, exact, gone);
    }
}

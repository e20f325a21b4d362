package org.shouwang.task.plan;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.record.SessionSql;

/** At which level children were when, as far as it is known: changes are kept since there are plans. */
@Singleton
public class LevelsThen {

    private static final String CLOSELY = """
            select c from unnest($1::uuid[]) c where risk_rank_at(c, $2) >= risk_rank('HIGH')
            """;

    /** Those of the children who were HIGH or CRITICAL at that moment. Runs in a session. */
    public Uni<Set<UUID>> followedClosely(Collection<UUID> children, Instant at) {
        return children.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : SessionSql.rows(CLOSELY, children.toArray(UUID[]::new), at.atOffset(ZoneOffset.UTC))
                        .map(rows -> rows.stream()
                                .map(row -> (UUID) Objects.requireNonNull(row[0]))
                                .collect(Collectors.toSet()));
    }
}

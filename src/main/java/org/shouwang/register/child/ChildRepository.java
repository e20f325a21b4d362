package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.SessionSql;
import org.shouwang.platform.secret.KeyedHash.Hashes;

@Singleton
class ChildRepository implements PanacheRepositoryBase<Child, UUID> {

    private static final String KEPT = """
            select id, household_id, area_code, risk_level, file_status, responsible_appointment_id, birth_date
            from child where id = any($1) order by id for share
            """;

    private static final String KEPT_TO_CHANGE = KEPT.replace("for share", "for no key update");

    private static final Set<FileStatus> ON_FILE = Set.of(FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING);

    Uni<List<Child>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /**
     * What others need to know of these files once whoever changes them is done; nobody changes them until the transaction ends.
     * As rows: a visit is recorded far more often than a file is written, and an entity has sixty fields to read and to watch.
     */
    Uni<List<ChildFacts>> kept(Collection<UUID> ids) {
        return kept(KEPT, ids);
    }

    Uni<List<ChildFacts>> keptToChange(Collection<UUID> ids) {
        return kept(KEPT_TO_CHANGE, ids);
    }

    private static Uni<List<ChildFacts>> kept(String sql, Collection<UUID> ids) {
        return SessionSql.rows(sql, (Object) ids.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(ChildRepository::facts).toList());
    }

    private static ChildFacts facts(@Nullable Object[] row) {
        String risk = (String) row[3];
        return new ChildFacts(
                (UUID) Objects.requireNonNull(row[0]),
                (UUID) row[1],
                new AreaCode((Long) Objects.requireNonNull(row[2])),
                Child.careful(risk == null ? null : RiskLevel.valueOf(risk)),
                FileStatus.valueOf((String) Objects.requireNonNull(row[4])),
                (UUID) row[5],
                (LocalDate) row[6]);
    }

    Uni<List<String>> namesIn(AreaCode village) {
        return find("select distinct fullName from Child where areaCode = ?1", village)
                .project(String.class)
                .list();
    }

    /** The file of the person with this number, if it is active or on its way to another village. */
    Uni<Optional<Child>> registered(Hashes number) {
        return list("(idNumberHash in ?1 or idNumberHashNext in ?1) and fileStatus in ?2", number.any(), ON_FILE)
                .map(files -> files.stream().findFirst());
    }

    /** The file, held against every other change until the transaction ends. */
    Uni<@Nullable Child> locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}

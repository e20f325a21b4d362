package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.secret.KeyedHash.Hashes;

@Singleton
class ChildRepository implements PanacheRepositoryBase<Child, UUID> {

    private static final String KEPT = """
            select cast(id as text), cast(household_id as text), area_code, risk_level, file_status,
                   cast(responsible_appointment_id as text), cast(birth_date as text)
            from child where id = any(cast(:ids as uuid[])) order by id for share
            """;

    private static final Set<FileStatus> ON_FILE = Set.of(FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING);

    Uni<List<Child>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /**
     * What others need to know of these files once whoever changes them is done; nobody changes them until the transaction ends.
     * As rows: a visit is recorded far more often than a file is written, and an entity has sixty fields to read and to watch.
     */
    Uni<List<ChildFacts>> kept(Collection<UUID> ids) {
        return getSession()
                .chain(session -> session.createNativeQuery(KEPT, Object[].class)
                        .setParameter("ids", ids.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(ChildRepository::facts).toList());
    }

    private static ChildFacts facts(Object[] row) {
        String risk = (String) row[3];
        String responsible = (String) row[5];
        String birth = (String) row[6];
        String household = (String) row[1];
        return new ChildFacts(
                UUID.fromString((String) row[0]),
                household == null ? null : UUID.fromString(household),
                new AreaCode((Long) row[2]),
                Child.careful(risk == null ? null : RiskLevel.valueOf(risk)),
                FileStatus.valueOf((String) row[4]),
                responsible == null ? null : UUID.fromString(responsible),
                birth == null ? null : LocalDate.parse(birth));
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

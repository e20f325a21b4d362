package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.register.Relocation;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.name.NamesInText;

/**
 * Children's files on their way to another village. Runs in the caller's session and transaction. No scope is checked here, and
 * whether the children may go is for {@code register.move} to decide.
 */
@Singleton
public class Relocations {

    private static final Set<FileStatus> ON_FILE =
            Set.of(FileStatus.DRAFT, FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING);

    private static final String NUMBERED = """
            select id, fullName from Child
            where (idNumberHash in :numbers or idNumberHashNext in :numbers) and fileStatus in :states
            """;

    private static final String ASSESSMENTS =
            "update risk_assessment set area_code = :to where child_id = any(cast(:children as uuid[]))";

    /** Whoever comes and goes on one day is taken to have lived there only where the day ends. */
    private static final String RESIDENCES = """
            with closed as (
                update child_residence set to_date = cast(:day as date) - 1
                where to_date is null and from_date < :day and child_id = any(cast(:children as uuid[]))
                returning child_id
            ), corrected as (
                update child_residence set area_code = :to
                where to_date is null and from_date >= :day and child_id = any(cast(:children as uuid[]))
            )
            insert into child_residence (child_id, area_code, from_date)
            select child_id, :to, :day from closed
            """;

    private final ChildRepository children;
    private final SealedFields sealed;
    private final KeyedHash hashes;

    Relocations(ChildRepository children, SealedFields sealed, KeyedHash hashes) {
        this.children = children;
        this.sealed = sealed;
        this.hashes = hashes;
    }

    /** Facts of those ids that are children, held until the transaction ends, in the order of their ids. */
    public Uni<List<ChildFacts>> hold(Collection<UUID> ids) {
        return held(ids).map(found -> found.stream().map(Child::facts).toList());
    }

    private Uni<List<Child>> held(Collection<UUID> ids) {
        return children.find("id in ?1 order by id", Set.copyOf(ids))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The households of these children. It loads no file: what is held afterwards is then as it is, and not as it was. */
    public Uni<List<UUID>> homes(Collection<UUID> ids) {
        return children.find(
                        "select distinct householdId from Child where id in ?1 and householdId is not null",
                        Set.copyOf(ids))
                .project(UUID.class)
                .list();
    }

    /** The children of this household whose files are not closed. */
    public Uni<List<UUID>> onFileIn(UUID householdId) {
        return children.find("select id from Child where householdId = ?1 and fileStatus in ?2", householdId, ON_FILE)
                .project(UUID.class)
                .list();
    }

    /** The child who has this document and this name, when its file is not closed. */
    public Uni<Optional<UUID>> find(FoundChild found, LocalDate today) {
        return IdentityDocument.parse(found.idType(), found.idNumber(), today)
                .map(document -> document.hashes(hashes).any())
                .map(numbers -> Panache.getSession()
                        .chain(session -> session.createSelectionQuery(NUMBERED, Object[].class)
                                .setParameter("numbers", numbers)
                                .setParameter("states", ON_FILE)
                                .getResultList())
                        .map(files -> files.stream()
                                .filter(file ->
                                        NamesInText.plain((String) file[1]).equals(NamesInText.plain(found.fullName())))
                                .map(file -> (UUID) file[0])
                                .findFirst()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Puts files on their way, or back where they were; those that are not in the first state stay as they are. */
    public Uni<Void> mark(Collection<UUID> ids, FileStatus from, FileStatus to, Instant at, UUID workerId) {
        return held(ids)
                .invoke(found -> found.stream()
                        .filter(child -> child.fileStatus == from)
                        .forEach(child -> {
                            child.fileStatus = to;
                            child.touch(at, workerId);
                        }))
                .chain(() -> children.flush());
    }

    /** Settles the children in the other village, with their assessments; where they were recorded stays as it is. */
    public Uni<Void> settle(Relocation relocation) {
        return held(relocation.childIds())
                .invoke(found -> found.forEach(child -> settle(child, relocation)))
                .chain(() -> children.flush())
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(ASSESSMENTS)
                        .setParameter("to", relocation.to().value())
                        .setParameter("children", relocation.childIds().toArray(UUID[]::new))
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery(RESIDENCES)
                                .setParameter("to", relocation.to().value())
                                .setParameter("day", LocalDays.of(relocation.at()))
                                .setParameter("children", relocation.childIds().toArray(UUID[]::new))
                                .executeUpdate()))
                .replaceWithVoid();
    }

    private void settle(Child child, Relocation relocation) {
        child.areaCode = relocation.to();
        child.householdId = relocation.household();
        child.residenceAddressCipher = sealed.close(
                Column.CHILD_RESIDENCE_ADDRESS, child.id, relocation.address().strip());
        child.hamlet = relocation.hamlet();
        child.responsibleAppointmentId = relocation.responsible().orElse(null);
        if (child.fileStatus == FileStatus.TRANSFER_PENDING) {
            child.fileStatus = FileStatus.ACTIVE;
        }
        child.touch(relocation.at(), relocation.workerId());
    }
}

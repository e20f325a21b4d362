package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
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

    private static final Set<FileStatus> ON_FILE = Set.of(FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING);

    Uni<List<Child>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    /** The files as they are once whoever changes them is done; nobody changes them until the transaction ends. */
    Uni<List<Child>> kept(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
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

package org.shouwang.register;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.secret.KeyedHash.Hashes;

@Singleton
class ChildRepository implements PanacheRepositoryBase<Child, UUID> {

    private static final Set<FileStatus> ON_FILE = Set.of(FileStatus.ACTIVE, FileStatus.TRANSFER_PENDING);

    Uni<List<Child>> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    Uni<List<String>> namesIn(AreaCode village) {
        return find("select distinct fullName from Child where areaCode = ?1", village)
                .project(String.class)
                .list();
    }

    /** Whether a person with this number has an active file already, here or on its way to another village. */
    Uni<Boolean> isRegistered(Hashes number) {
        return count("(idNumberHash in ?1 or idNumberHashNext in ?1) and fileStatus in ?2", number.any(), ON_FILE)
                .map(files -> files > 0);
    }
}

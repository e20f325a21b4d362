package org.shouwang.activity;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.child.FileStatus;

/**
 * The registered children who were at an activity (签到名单), in the session of a use case. Who was where is of class S: it is
 * shown child by child, to those who may read the child's file.
 */
@Singleton
class Attendance {

    private static final String INSERT = """
            insert into activity_attendance (activity_id, child_id)
            select :activity, unnest(cast(:children as uuid[]))
            """;

    private final Children children;

    Attendance(Children children) {
        this.children = children;
    }

    /** Those of these children who have a file that the caller may read. */
    Uni<Set<UUID>> readable(List<UUID> childIds, Caller caller) {
        if (childIds.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return children.look(childIds).map(found -> found.values().stream()
                .filter(child -> child.fileStatus() != FileStatus.DRAFT)
                .filter(child -> caller.sees(Right.CHILD_READ, FieldClass.S, child.areaCode()))
                .map(ChildFacts::id)
                .collect(Collectors.toSet()));
    }

    Uni<Void> write(UUID activity, List<UUID> childIds) {
        if (childIds.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("activity", activity)
                        .setParameter("children", childIds.toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}

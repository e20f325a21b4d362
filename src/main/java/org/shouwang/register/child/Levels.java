package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;

/**
 * Children's levels of risk, for whoever assesses them. Runs in the caller's session and transaction. No scope is checked here,
 * and what the level should be is for {@code register.assessment} to decide.
 */
@Singleton
public class Levels {

    /** Read by {@link FileSince}: do not rename it. */
    static final String TRAIL = "child.level";

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final FileListeners listeners;
    private final Trail trail;
    private final Clock clock;

    Levels(ChildRepository children, ChildPartsRepository parts, FileListeners listeners, Trail trail, Clock clock) {
        this.children = children;
        this.parts = parts;
        this.listeners = listeners;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A child whose file is held.
     *
     * @param birthDate null while only the year of birth is known
     * @param level null while nobody has assessed the child
     * @param open whether the file is neither closed nor that of a child who moved away
     * @param version of the file
     */
    public record Held(
            UUID id,
            AreaCode areaCode,
            @Nullable LocalDate birthDate,
            @Nullable RiskLevel level,
            boolean open,
            int version) {

        /** The same of a file that was changed since. */
        public Held at(int later) {
            return new Held(id, areaCode, birthDate, level, open, later);
        }
    }

    /** The child, its file held against every other change until the transaction ends. */
    public Uni<Optional<Held>> hold(UUID childId) {
        return children.locked(childId).map(found -> Optional.ofNullable(found).map(Levels::held));
    }

    private static Held held(Child child) {
        boolean open = child.fileStatus != FileStatus.CLOSED && child.fileStatus != FileStatus.TRANSFERRED;
        return new Held(child.id, child.areaCode, child.birthDate, child.riskLevel, open, child.version);
    }

    /** Sets the level of a child that is held, and answers its version. A draft that lacks nothing any more is active then. */
    public Uni<Integer> set(UUID childId, RiskLevel level, Caller caller, Post acting) {
        return children.locked(childId).map(Objects::requireNonNull).chain(child -> parts.ofChildren(List.of(childId))
                .map(of -> Objects.requireNonNull(of.get(childId)))
                .chain(of -> set(child, of, level, caller, acting)));
    }

    private Uni<Integer> set(Child child, ChildParts of, RiskLevel level, Caller caller, Post acting) {
        child.riskLevel = level;
        child.touch(clock.instant(), caller.workerId());
        boolean completed = child.fileStatus == FileStatus.DRAFT && MissingFacts.status(child, of) == FileStatus.ACTIVE;
        if (completed) {
            child.fileStatus = FileStatus.ACTIVE;
        }
        return Panache.getSession()
                .chain(session -> session.flush())
                .chain(() -> trail.changed(caller, acting, TRAIL, new Subject("CHILD", child.id, child.areaCode)))
                .chain(() -> completed
                        ? listeners.tell(FileChange.of(FileChange.Kind.COMPLETED, child, child.id), caller, acting)
                        : Uni.createFrom().voidItem())
                .map(told -> child.version);
    }
}

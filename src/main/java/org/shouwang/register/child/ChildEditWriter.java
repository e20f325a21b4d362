package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouwang.platform.Caller;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.SealedFields;
import org.shouwang.register.name.SearchKeys;

/** Writes an edit that was accepted, in the transaction of {@link EditChild}: the file, its parts, the trail of each fact. */
@Singleton
class ChildEditWriter {

    private final ChildMaker maker;
    private final SearchKeys searchKeys;
    private final FileListeners listeners;
    private final SealedFields sealed;
    private final Trail trail;
    private final Clock clock;

    ChildEditWriter(
            ChildMaker maker,
            SearchKeys searchKeys,
            FileListeners listeners,
            SealedFields sealed,
            Trail trail,
            Clock clock) {
        this.maker = maker;
        this.searchKeys = searchKeys;
        this.listeners = listeners;
        this.sealed = sealed;
        this.trail = trail;
        this.clock = clock;
    }

    Uni<ChildView> write(Child child, ChildParts of, ChildEdit edit, ChildEdit.After then, Caller caller, Post post) {
        List<String> changed = edit.changed(child, then);
        if (changed.isEmpty()) {
            return Uni.createFrom().item(ChildView.of(child, of, caller, sealed));
        }
        Instant now = clock.instant();
        boolean completed = child.fileStatus == FileStatus.DRAFT && then.status() == FileStatus.ACTIVE;
        maker.write(child, edit.after(), LocalDays.of(now));
        edit.assessment().ifPresent(judged -> child.riskLevel = judged.riskLevel());
        child.fileStatus = then.status();
        child.duplicateOf = then.other().map(ChildParts.Other::id).orElse(null);
        child.touch(now, caller.workerId());
        return Panache.getSession()
                .chain(session -> parts(session, child, of, edit, post).call(session::flush))
                .call(() -> changed.contains("fullName")
                        ? searchKeys.keep(child.id, child.fullName)
                        : Uni.createFrom().voidItem())
                .call(() -> told(child, changed, caller, post))
                .call(() -> completed
                        ? listeners.tell(FileChange.of(FileChange.Kind.COMPLETED, child, child.id), caller, post)
                        : Uni.createFrom().voidItem())
                .map(parts -> ChildView.of(child, parts.beside(then.other()), caller, sealed));
    }

    /** Links go and come again: a caregiver that changes would for a moment be two, which the table refuses. */
    private static Uni<ChildParts> parts(
            Mutiny.Session session, Child child, ChildParts of, ChildEdit edit, Post post) {
        List<RiskAssessment> assessments = new ArrayList<>(of.assessments());
        edit.assessment()
                .map(judged -> new RiskAssessment(child, judged, post.appointmentId()))
                .ifPresent(assessments::add);
        List<MemberChild> links = edit.movesLinks()
                ? edit.after().links().stream()
                        .map(link -> new MemberChild(child.id, link))
                        .toList()
                : of.links();
        Uni<Void> linked = edit.movesLinks()
                ? session.removeAll(of.links().toArray())
                        .chain(session::flush)
                        .chain(() -> session.persistAll(links.toArray()))
                : Uni.createFrom().voidItem();
        return linked.chain(() -> edit.assessment().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : session.persist(assessments.get(assessments.size() - 1)))
                .replaceWith(new ChildParts(links, of.categories(), assessments));
    }

    /** Each changed fact by its name. */
    private Uni<Void> told(Child child, List<String> changed, Caller caller, Post post) {
        Subject subject = new Subject("CHILD", child.id, child.areaCode);
        Uni<Void> told = Uni.createFrom().voidItem();
        for (String fact : changed) {
            told = told.chain(() -> trail.changed(caller, post, "child.edit." + fact, subject));
        }
        return told;
    }
}

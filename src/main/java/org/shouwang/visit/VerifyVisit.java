package org.shouwang.visit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.BaseVersion;
import org.shouwang.register.child.Children;
import org.shouwang.staff.PostsInOffice;
import org.shouwang.visit.VisitCodes.Verdict;

/** Finds a visit right, or returns it to its author (核查). The same request again changes nothing. */
@ApplicationScoped
class VerifyVisit {

    private final VisitRepository visits;
    private final VisitTexts texts;
    private final Children children;
    private final VisitListeners listeners;
    private final PostsInOffice posts;
    private final Notifications notifications;
    private final FeedWriter feed;
    private final Trail trail;
    private final Clock clock;

    VerifyVisit(
            VisitRepository visits,
            VisitTexts texts,
            Children children,
            VisitListeners listeners,
            PostsInOffice posts,
            Notifications notifications,
            FeedWriter feed,
            Trail trail,
            Clock clock) {
        this.visits = visits;
        this.texts = texts;
        this.children = children;
        this.listeners = listeners;
        this.posts = posts;
        this.notifications = notifications;
        this.feed = feed;
        this.trail = trail;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Result<VisitView>> verify(UUID id, Result<BaseVersion> seen, VerificationForm form, Caller caller) {
        return Uni.createFrom()
                .item(caller.with(Right.VISIT_CHECK))
                .chain(right -> right.then(able -> visits.locked(id)
                        .map(found -> readable(found, able))
                        .chain(found -> found.then(stored -> decided(stored, seen, form, able)))));
    }

    private static Result<StoredVisit> readable(Optional<StoredVisit> found, Caller caller) {
        return found.filter(stored -> stored.visibleTo(caller))
                .map(Result::ok)
                .orElseGet(() -> Result.refused(Problem.NOT_FOUND));
    }

    private Uni<Result<VisitView>> decided(
            StoredVisit stored, Result<BaseVersion> seen, VerificationForm form, Caller caller) {
        return Panache.getSession()
                .chain(session -> session.find(Verification.class, form.id()))
                .chain(before -> {
                    if (before != null) {
                        return Uni.createFrom()
                                .item(
                                        before.repeats(form, stored.visit().id, caller.workerId())
                                                ? Result.ok(view(stored, caller))
                                                : Result.refused(Problem.ID_REUSED));
                    }
                    return Verifying.decide(stored.visit(), form, seen, caller)
                            .thenDo(acting -> write(stored, form, caller, acting));
                });
    }

    private Uni<VisitView> write(StoredVisit stored, VerificationForm form, Caller caller, Post acting) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Visit visit = stored.visit();
        Verification verification = new Verification(form, visit, acting.appointmentId(), now, caller.workerId());
        visit.verified(form.verdict(), acting.appointmentId(), form.comment(), now);
        visit.touch(now, caller.workerId());
        texts.closeComment(visit, verification);
        List<Long> villages = stored.villages().map(AreaCode::value).toList();
        String action = form.verdict() == Verdict.VERIFIED ? "visit.verify" : "visit.return";
        return Panache.getSession()
                .chain(session -> session.persist(verification).chain(session::flush))
                .chain(() -> trail.changed(
                        caller, acting, action, new Subject(StoredVisit.SUBJECT, visit.id, visit.areaCode)))
                .chain(() -> feed.put(villages, VisitFeed.KIND, visit.id, visit.version))
                .chain(() -> recorded(stored))
                .chain(checked -> form.verdict() == Verdict.VERIFIED
                        ? listeners.verified(checked, caller, acting)
                        : listeners.returned(checked, caller, acting).chain(() -> tell(visit, form, caller)))
                .map(done -> view(stored, caller));
    }

    private Uni<RecordedVisit> recorded(StoredVisit stored) {
        List<UUID> childIds =
                stored.children().stream().map(child -> child.childId).collect(Collectors.toList());
        return children.look(childIds).map(facts -> RecordedVisit.of(stored, facts));
    }

    private Uni<Void> tell(Visit visit, VerificationForm form, Caller caller) {
        return posts.role(visit.visitorAppointmentId)
                .map(role -> new Returning.Return(visit, form.id(), caller.workerId(), role))
                .chain(returned -> posts.at(visit.areaCode, Returning.ROLES)
                        .chain(there -> notifications.tell(Returning.notices(returned, there))));
    }

    private static VisitView view(StoredVisit stored, Caller caller) {
        return VisitView.forCaller(stored, caller).orElseThrow();
    }
}

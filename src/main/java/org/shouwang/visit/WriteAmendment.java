package org.shouwang.visit;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.feed.FeedWriter;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.staff.Posts.Holder;

/** Writes an amendment that may be written: the version before it, the visit, its place in the feed; and tells who listens. */
@Singleton
class WriteAmendment {

    private final VisitRepository visits;
    private final VisitHistory history;
    private final VisitListeners listeners;
    private final MissedFamilies missedFamilies;
    private final FeedWriter feed;
    private final Trail trail;

    WriteAmendment(
            VisitRepository visits,
            VisitHistory history,
            VisitListeners listeners,
            MissedFamilies missedFamilies,
            FeedWriter feed,
            Trail trail) {
        this.visits = visits;
        this.history = history;
        this.listeners = listeners;
        this.missedFamilies = missedFamilies;
        this.feed = feed;
        this.trail = trail;
    }

    /**
     * Who amends.
     *
     * @param hearing who is told of each child whose family is never at home
     */
    record By(Caller caller, Post acting, Map<UUID, List<Holder>> hearing) {}

    /** Answers the visit afterwards. */
    Uni<StoredVisit> write(StoredVisit stored, VisitForm form, Map<UUID, ChildFacts> facts, By by, Instant now) {
        Caller caller = by.caller();
        RecordedVisit before = RecordedVisit.of(stored, facts);
        Set<Long> villagesBefore = villages(stored);
        Visit visit = stored.visit();
        return history.keep(stored, now, caller.workerId()).chain(() -> {
            StoredVisit after = new StoredVisit(visit, children(stored, form, facts), form.membersOrNone());
            visit.answer(form);
            visit.beginVerification();
            visit.touch(now, caller.workerId());
            RecordedVisit told = RecordedVisit.of(after, facts);
            return visits.update(stored, after)
                    .chain(() -> trail.changed(
                            caller,
                            by.acting(),
                            "visit.amend",
                            new Subject(StoredVisit.SUBJECT, visit.id, visit.areaCode)))
                    .chain(() -> intoFeed(after, villagesBefore))
                    .chain(() -> missedFamilies.tell(told, by.hearing()))
                    .chain(() -> listeners.amended(before, told, caller, by.acting()))
                    .replaceWith(after);
        });
    }

    /** The same objects for those who stay, so that their columns change; new ones for those who come. */
    private static List<VisitChild> children(StoredVisit stored, VisitForm form, Map<UUID, ChildFacts> facts) {
        Map<UUID, VisitChild> known =
                stored.children().stream().collect(Collectors.toMap(child -> child.childId, Function.identity()));
        List<VisitChild> children = new ArrayList<>();
        for (ChildAnswers answers : form.childrenOrNone()) {
            VisitChild child = known.get(answers.childId());
            if (child == null) {
                AreaCode home =
                        Objects.requireNonNull(facts.get(answers.childId())).areaCode();
                child = new VisitChild(stored.visit().id, answers, home);
            } else {
                child.answer(answers);
            }
            children.add(child);
        }
        return children;
    }

    private Uni<Void> intoFeed(StoredVisit after, Set<Long> villagesBefore) {
        Set<Long> villages = villages(after);
        Set<Long> left = new HashSet<>(villagesBefore);
        left.removeAll(villages);
        return visits.leave(left, after.visit())
                .chain(() -> feed.put(villages, VisitFeed.KIND, after.visit().id, after.visit().version));
    }

    private static Set<Long> villages(StoredVisit stored) {
        return stored.villages().map(AreaCode::value).collect(Collectors.toSet());
    }
}

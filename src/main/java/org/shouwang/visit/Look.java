package org.shouwang.visit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Why;

/** One look at one visit, as the access log keeps it. */
record Look(VisitView view, Post post, Why why) {

    static Optional<Look> of(StoredVisit stored, Caller caller) {
        return stored.reading(caller, Right.VISIT_READ).flatMap(post -> VisitView.forCaller(stored, caller)
                .map(view -> new Look(view, post, why(stored, caller))));
    }

    /** The grant that showed a child of it, where no area of the caller did. */
    private static Why why(StoredVisit stored, Caller caller) {
        return stored.children().stream()
                .filter(child -> !caller.may(Right.VISIT_READ, child.areaCode))
                .flatMap(child -> caller.granted(child.childId).stream())
                .findFirst()
                .map(grant -> new Why(null, grant.id()))
                .orElse(Why.DUTY);
    }

    Subject subject() {
        return new Subject(StoredVisit.SUBJECT, view.id(), view.areaCode());
    }

    List<UUID> children() {
        return view.children().stream().map(VisitChildView::childId).toList();
    }
}

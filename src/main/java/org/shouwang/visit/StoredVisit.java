package org.shouwang.visit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.record.Known;
import org.shouwang.platform.record.RequestHash;

/** A visit with everything that was stored of it; children and women in the order of their ids, however they were read. */
record StoredVisit(Visit visit, List<VisitChild> children, List<UUID> memberIds) {

    /** What the trail calls a visit. */
    static final String SUBJECT = "Visit";

    /** What a notice calls a visit. */
    static final String NOTICE_SUBJECT = "visit";

    StoredVisit {
        children = children.stream()
                .sorted(Comparator.comparing(child -> child.childId))
                .toList();
        memberIds = memberIds.stream().sorted().toList();
    }

    /** A form as it reads when it is stored: without empty lists, with as many digits as the columns hold. */
    VisitForm kept(VisitForm form) {
        return VisitForm.of(new StoredVisit(
                visit.saying(form),
                form.childrenOrNone().stream()
                        .map(answers -> new VisitChild(visit.id, answers, visit.areaCode))
                        .toList(),
                form.membersOrNone()));
    }

    /** A visit is in the scope of its household's village and of the village of each of its children. */
    boolean visibleTo(Caller caller) {
        return reading(caller, Right.VISIT_READ).isPresent();
    }

    /** The post whose right shows the caller something of it. */
    Optional<Post> reading(Caller caller, Right right) {
        return villages()
                .flatMap(village -> caller.posts().stream().filter(post -> post.allows(right, village)))
                .findFirst()
                .or(() -> opened(caller));
    }

    /** The post to which the file of one of its children was opened. */
    private Optional<Post> opened(Caller caller) {
        return children.stream()
                .flatMap(child -> caller.granted(child.childId).stream())
                .flatMap(grant -> caller.post(grant.appointmentId()).stream())
                .findFirst();
    }

    /** What a request under this visit's id means. */
    Result<Known> meets(RequestHash request, Caller caller) {
        if (!visibleTo(caller) || caller.may(Right.VISIT_READ, visit.areaCode)) {
            return Known.decide(visit, request, caller, Right.VISIT_READ);
        }
        return request.matches(visit.requestHash) ? Result.ok(Known.REPEATED) : Result.refused(Problem.ID_REUSED);
    }

    /** What a caller was shown of it, for the access log: the visit, and the children of whom the view tells. */
    Stream<Subject> shown(VisitView view, Caller caller) {
        Subject itself = new Subject(
                SUBJECT,
                visit.id,
                villages()
                        .filter(village -> caller.may(Right.VISIT_READ, village))
                        .findFirst()
                        .orElse(visit.areaCode));
        return Stream.concat(
                Stream.of(itself),
                children.stream()
                        .filter(child -> view.tellsOf(child.childId))
                        .map(child -> new Subject(SUBJECT, child.childId, child.areaCode)));
    }

    Stream<AreaCode> villages() {
        return Stream.concat(Stream.of(visit.areaCode), children.stream().map(child -> child.areaCode));
    }
}

package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.platform.audit.Why;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.FullLookForm;
import org.shouwang.register.ReadingPost;
import org.shouwang.register.SealedFields;
import org.shouwang.register.SealedFields.Column;
import org.shouwang.register.household.HouseholdMember;
import org.shouwang.register.household.HouseholdMemberRepository;
import org.shouwang.register.household.MemberNumbers;

/** Shows one child's file with nothing masked, and logs who looked and why. */
@Singleton
class FullLookAtChild {

    private final ChildRepository children;
    private final ChildPartsRepository parts;
    private final HouseholdMemberRepository members;
    private final SealedFields sealed;
    private final Trail trail;

    FullLookAtChild(
            ChildRepository children,
            ChildPartsRepository parts,
            HouseholdMemberRepository members,
            SealedFields sealed,
            Trail trail) {
        this.children = children;
        this.parts = parts;
        this.members = members;
        this.sealed = sealed;
        this.trail = trail;
    }

    /** Refused with 403 without the right, with 404 outside the scope, with 422 when the reason says nothing. */
    @WithTransaction
    Uni<Result<FullChildView>> look(UUID id, FullLookForm form, Caller caller) {
        return caller.with(Right.CHILD_FULL_LOOK)
                .flatMap(able -> Result.unless(form.violations(), able))
                .then(able -> children.findById(id)
                        .chain(found -> found == null
                                ? Uni.createFrom().item(Result.refused(Problem.NOT_FOUND))
                                : ReadingPost.of(caller, Right.CHILD_FULL_LOOK, found.areaCode)
                                        .thenDo(post -> show(found, form, caller, post))));
    }

    private Uni<FullChildView> show(Child child, FullLookForm form, Caller caller, Post post) {
        return parts.ofChildren(List.of(child.id))
                .map(of -> Objects.requireNonNull(of.get(child.id)))
                .chain(of -> members.ofHouseholds(
                                Optional.ofNullable(child.householdId).stream().toList())
                        .map(people -> caregivers(people, of))
                        .call(people -> log(child, people, form, caller, post))
                        .map(people -> view(child, of, people, caller)));
    }

    private Uni<Void> log(Child child, List<HouseholdMember> people, FullLookForm form, Caller caller, Post post) {
        Subject subject = new Subject("CHILD", child.id, child.areaCode);
        return trail.looked(
                caller, post, "child.full-look", subject, HouseholdMember.ids(people), Why.because(form.reason()));
    }

    private FullChildView view(Child child, ChildParts of, List<HouseholdMember> people, Caller caller) {
        return new FullChildView(
                ChildView.of(child, of, caller, sealed),
                sealed.find(Column.CHILD_ID_NUMBER, child.id, child.idNumberCipher)
                        .orElse(null),
                sealed.find(Column.CHILD_CONTACT_PHONE, child.id, child.contactPhoneCipher)
                        .orElse(null),
                people.stream().map(member -> MemberNumbers.of(member, sealed)).toList());
    }

    private static List<HouseholdMember> caregivers(List<HouseholdMember> people, ChildParts of) {
        Set<UUID> linked = of.links().stream().map(link -> link.memberId).collect(Collectors.toUnmodifiableSet());
        return people.stream().filter(member -> linked.contains(member.id)).toList();
    }
}

package org.shouwang.register.child;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.notification.Notice;
import org.shouwang.notification.Notifications;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Ids;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.audit.Trail;
import org.shouwang.register.household.HouseholdMemberRepository;
import org.shouwang.register.household.Parent;
import org.shouwang.staff.Posts.Holder;

/** One transaction of {@link ReviewCategories}: proposes, ends and restores what the rules say, for children that it holds. */
@Singleton
class ReviewBatch {

    private final ChildPartsRepository parts;
    private final HouseholdMemberRepository members;
    private final CategoryLooks looks;
    private final Notifications notifications;
    private final Trail trail;
    private final Clock clock;

    ReviewBatch(
            ChildPartsRepository parts,
            HouseholdMemberRepository members,
            CategoryLooks looks,
            Notifications notifications,
            Trail trail,
            Clock clock) {
        this.parts = parts;
        this.members = members;
        this.looks = looks;
        this.notifications = notifications;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param above who may be told of what changes, by village */
    Uni<Void> review(List<Child> children, Map<AreaCode, List<Holder>> above, LocalDate today) {
        if (children.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<UUID> ids = children.stream().map(child -> child.id).toList();
        return parts.ofChildren(ids)
                .chain(of -> members.parents(fathersAndMothers(of.values())).chain(parents -> {
                    Uni<Void> done = Uni.createFrom().voidItem();
                    for (Child child : children) {
                        ChildParts own = Objects.requireNonNull(of.get(child.id));
                        CategoryReview review = CategoryReview.of(
                                family(child, own, parents), child.fileStatus, own.categories(), today);
                        List<Holder> told = above.getOrDefault(child.areaCode, List.of());
                        done = done.chain(() -> apply(child, own, review, told, today));
                    }
                    return done;
                }));
    }

    private static Set<UUID> fathersAndMothers(Collection<ChildParts> parts) {
        return parts.stream()
                .flatMap(of -> of.links().stream())
                .filter(link -> link.relationCode.isParent())
                .map(link -> link.memberId)
                .collect(Collectors.toSet());
    }

    private static LeftBehindRule.Family family(Child child, ChildParts of, Map<UUID, Parent> parents) {
        return new LeftBehindRule.Family(
                child.birthDate,
                child.ruralHukou,
                parent(of, RelationCode.FATHER, parents),
                parent(of, RelationCode.MOTHER, parents));
    }

    private static Optional<Parent> parent(ChildParts of, RelationCode relation, Map<UUID, Parent> parents) {
        return of.links().stream()
                .filter(link -> link.relationCode == relation)
                .findFirst()
                .flatMap(link -> Optional.ofNullable(parents.get(link.memberId)));
    }

    private Uni<Void> apply(Child child, ChildParts of, CategoryReview review, List<Holder> above, LocalDate today) {
        List<Notice> notices = new ArrayList<>();
        Uni<Void> written = Uni.createFrom().voidItem();
        if (review.propose().isPresent()) {
            ChildCategory proposal = ChildCategory.proposed(
                    Ids.next(),
                    child.id,
                    CategoryCode.LEFT_BEHIND,
                    review.propose().get());
            notices.addAll(CategoryNotices.proposed(child, above, today));
            written = written.chain(() -> Panache.getSession().chain(session -> session.persist(proposal)))
                    .chain(() -> changed(child, "category.propose"));
        }
        for (ChildCategory category : of.categories()) {
            LocalDate end = review.ends().get(category.id);
            if (end != null) {
                category.endByRule(end);
                notices.addAll(CategoryNotices.ended(child, category, above, today));
                written = written.chain(() -> changed(child, "category.end"));
            } else if (review.restored().contains(category.id)) {
                category.restore();
                notices.addAll(CategoryNotices.restored(child, category, above, today));
                written = written.chain(() -> changed(child, "category.restore"));
            }
        }
        if (review.changesAnything()) {
            child.touch(clock.instant(), child.updatedBy);
        }
        return written.chain(() -> notifications.tell(notices))
                .chain(() -> Panache.getSession().chain(session -> session.flush()))
                .chain(() -> looks.next(child.id, review.next()));
    }

    private Uni<Void> changed(Child child, String action) {
        return trail.changedByRule(action, new Subject("CHILD", child.id, child.areaCode));
    }
}

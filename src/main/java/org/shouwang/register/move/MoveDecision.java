package org.shouwang.register.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.area.Areas.Place;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.FileStatus;

/** Whether children may be asked for, and whether a caller may do this to this move now. */
final class MoveDecision {

    private MoveDecision() {}

    /**
     * Children who are to move, as far as they are known.
     *
     * @param named whether the caller named them by id, and so must see them
     * @param complete whether every id that was named is a child
     * @param goesAsWhole whether their household is asked for as a whole already: whoever is in it goes with it
     * @param members of the household that they leave
     */
    record Wanted(
            List<ChildFacts> children,
            boolean named,
            boolean complete,
            boolean wholeHousehold,
            boolean goesAsWhole,
            Set<UUID> members) {

        Wanted {
            children = List.copyOf(children);
            members = Set.copyOf(members);
        }

        Optional<AreaCode> leaving() {
            return children.stream().map(ChildFacts::areaCode).findFirst();
        }

        /** Without those who were taken out of the move meanwhile. */
        Wanted still(Set<UUID> open) {
            return wholeHousehold
                    ? this
                    : new Wanted(
                            children.stream()
                                    .filter(child -> open.contains(child.id()))
                                    .toList(),
                            named,
                            complete,
                            false,
                            goesAsWhole,
                            members);
        }

        private boolean fromOnePlace() {
            return children.stream().map(ChildFacts::areaCode).distinct().count() == 1;
        }

        private boolean fromOneHousehold() {
            return children.stream()
                            .map(ChildFacts::householdId)
                            .collect(Collectors.toSet())
                            .size()
                    == 1;
        }
    }

    /** A request says in one of two ways who is to move. */
    static Result<MoveForm> whom(MoveForm form) {
        return form.childIds().isEmpty() == (form.found() != null)
                ? Result.ok(form)
                : Result.invalid("childIds", "move-whom");
    }

    /** A request that may be written. */
    record Accepted(Post acting, Side asked, AreaCode to) {}

    /**
     * Whether the children may be asked for.
     *
     * @param to what the receiving village's code stands for today
     */
    static Result<Accepted> request(Wanted wanted, Destination to, Optional<Place> place, Caller caller) {
        AreaCode receiving = place.map(Place::code).orElse(to.areaCode());
        Optional<AreaCode> leaving = wanted.leaving();
        boolean known = wanted.complete()
                && !wanted.children().isEmpty()
                && (!wanted.named()
                        || wanted.children().stream()
                                .allMatch(child -> caller.may(Right.CHILD_READ, child.areaCode())));
        List<AreaCode> places =
                known ? Stream.concat(leaving.stream(), Stream.of(receiving)).toList() : List.of(receiving);
        return acting(caller, places).flatMap(post -> {
            if (!known) {
                return Result.invalid(wanted.named() ? "childIds" : "found", "move-child-known");
            }
            return Result.unless(check(wanted, to, place, receiving), post)
                    .flatMap(valid -> mayNotMove(wanted) ? Result.refused(Problem.STATE_CONFLICT) : Result.ok(valid))
                    .map(valid -> new Accepted(valid, asked(valid, leaving.orElseThrow()), receiving));
        });
    }

    /** Who stands on both sides asks for the leaving one. */
    private static Side asked(Post acting, AreaCode leaving) {
        return acting.areas().contains(leaving) ? Side.RECEIVING : Side.LEAVING;
    }

    /** Closed, asked for already, alone or with all of their household, or a draft that goes with no household. */
    private static boolean mayNotMove(Wanted wanted) {
        return wanted.goesAsWhole()
                || wanted.children().stream()
                        .anyMatch(child -> child.householdId() == null
                                || (child.fileStatus() != FileStatus.ACTIVE
                                        && !(wanted.wholeHousehold() && child.fileStatus() == FileStatus.DRAFT)));
    }

    private static List<Violation> check(Wanted wanted, Destination to, Optional<Place> place, AreaCode receiving) {
        List<Violation> found = new ArrayList<>(destination(to, wanted));
        if (place.filter(village -> village.level() == AreaLevel.VILLAGE).isEmpty()) {
            found.add(Violation.of("to.areaCode", "village"));
        }
        if (wanted.leaving().filter(receiving::equals).isPresent()) {
            found.add(Violation.of("to.areaCode", "move-elsewhere"));
        }
        if (!wanted.fromOnePlace() || !wanted.fromOneHousehold()) {
            found.add(Violation.of("childIds", "move-one-family"));
        }
        return found;
    }

    private static List<Violation> destination(Destination to, Wanted wanted) {
        List<Violation> found = new ArrayList<>();
        if (wanted.wholeHousehold() && to.household().isPresent()) {
            found.add(Violation.of("to.householdId", "move-whole-household"));
        } else if (to.householdId() != null && to.newHousehold() != null) {
            found.add(Violation.of("to.householdId", "move-one-household"));
        }
        NewHousehold made = to.newHousehold();
        if (made != null
                && made.phone() != null
                && PhoneNumber.parse(made.phone()).isEmpty()) {
            found.add(Violation.of("to.newHousehold.phone", "phone-number"));
        }
        if (made != null && !wanted.members().containsAll(made.memberIds())) {
            found.add(Violation.of("to.newHousehold.memberIds", "move-members"));
        }
        return found;
    }

    /** The caller's one post that may act for one of these villages, or the one that was named. */
    private static Result<Post> acting(Caller caller, List<AreaCode> places) {
        return caller.with(Right.MOVE_WRITE)
                .flatMap(able -> chosen(
                        able,
                        able.posts().stream()
                                .filter(post -> places.stream().anyMatch(place -> post.allows(Right.MOVE_WRITE, place)))
                                .toList(),
                        Problem.NOT_FOUND));
    }

    private static Result<Post> chosen(Caller caller, List<Post> able, Problem none) {
        if (able.isEmpty()) {
            return Result.refused(none);
        }
        List<Post> chosen = able.size() == 1 || caller.named() == null
                ? able
                : able.stream()
                        .filter(post -> post.appointmentId().equals(caller.named()))
                        .toList();
        return chosen.size() == 1 ? Result.ok(chosen.get(0)) : Result.refused(Problem.APPOINTMENT_NEEDED);
    }

    /** Whether the caller may see the move, from either side. */
    static boolean visible(@Nullable AreaCode leaving, @Nullable AreaCode receiving, Caller caller) {
        return Stream.of(Optional.ofNullable(leaving), Optional.ofNullable(receiving))
                .flatMap(Optional::stream)
                .anyMatch(area -> caller.may(Right.MOVE_READ, area));
    }

    /**
     * The post that acts. What was only proposed is for who coordinates the village that the children left; an answer for the
     * side that was asked; to take it back for the side that asked.
     */
    static Result<Post> act(ChildMove move, MoveAction.Kind kind, Caller caller) {
        Side side =
                switch (kind) {
                    case REQUEST, DISMISS -> Side.LEAVING;
                    case ACCEPT, RETURN -> move.askedSide;
                    case CANCEL -> move.askedSide.other();
                };
        boolean proposed = kind.from() == MoveState.PROPOSED;
        List<Post> able = caller.posts().stream()
                .filter(post -> post.has(Right.MOVE_WRITE) && move.isAt(side, post))
                .filter(post -> !proposed || post.role() == RoleCode.TOWNSHIP_COORDINATOR)
                .toList();
        return chosen(caller, able, Problem.ROLE_FORBIDDEN)
                .flatMap(post -> move.state == kind.from() ? Result.ok(post) : Result.refused(Problem.STATE_CONFLICT));
    }

    /** What is known of the household that the children come into. */
    record Home(Optional<AreaCode> area, Set<UUID> leavingMembers) {}

    /** Whether they have a home there: their own household that goes along, one of the village, or one to be made. */
    static Result<Optional<UUID>> home(ChildMove move, @Nullable UUID instead, Home home) {
        if (move.wholeHousehold) {
            return instead == null
                    ? Result.ok(Optional.empty())
                    : Result.invalid("householdId", "move-whole-household");
        }
        boolean made = instead == null && move.newHeadName != null;
        if (made) {
            return home.area().isPresent()
                    ? Result.refused(Problem.ID_REUSED)
                    : Set.of(move.memberIds).stream().allMatch(home.leavingMembers()::contains)
                            ? Result.ok(Optional.ofNullable(move.toHouseholdId))
                            : Result.refused(Problem.STATE_CONFLICT);
        }
        UUID household = instead == null ? move.toHouseholdId : instead;
        return household != null
                        && home.area()
                                .filter(area -> area.equals(move.toAreaCode))
                                .isPresent()
                ? Result.ok(Optional.of(household))
                : Result.invalid("householdId", "move-needs-household");
    }
}

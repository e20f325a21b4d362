package org.shouwang.register.move;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Right;
import org.shouwang.platform.audit.Subject;
import org.shouwang.platform.feed.FeedWindow;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.register.move.MoveView.MovingChild;

/**
 * A move as it is stored.
 *
 * @param address in the clear
 */
record MoveRow(
        UUID id,
        int version,
        MoveState state,
        AreaCode from,
        @Nullable AreaCode to,
        Side asked,
        boolean wholeHousehold,
        List<Person> people,
        UUID household,
        @Nullable UUID toHousehold,
        @Nullable String address,
        @Nullable String hamlet,
        @Nullable String reason,
        UUID requester,
        Instant createdAt,
        Instant askedAt,
        @Nullable UUID sourceVisit,
        @Nullable String answerReason,
        @Nullable Instant answeredAt,
        Told told) {

    /**
     * A child of the move.
     *
     * @param home the village where it lives now, which may be neither of the move's any more
     */
    record Person(
            UUID id,
            String name,
            AreaCode home,
            @Nullable LocalDate birthDate,
            @Nullable RiskLevel level) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The steps of the ladder that were told. */
    record Told(
            @Nullable Instant reminder,
            @Nullable Instant coordinator,
            @Nullable Instant county) {}

    /** While it is open, and for some days after its answer. */
    boolean isKeptOnPhones(Clock clock) {
        return state.open() || answeredAt == null || FeedWindow.MOVE.holds(answeredAt, clock);
    }

    private record Eyes(boolean leaving, boolean receiving) {

        private static Eyes of(MoveRow move, Caller caller) {
            AreaCode to = move.to;
            return new Eyes(caller.may(Right.MOVE_READ, move.from), to != null && caller.may(Right.MOVE_READ, to));
        }
    }

    boolean isVisibleTo(Caller caller) {
        return MoveDecision.visible(from, to, caller);
    }

    /** Whom the view shows to this caller, as the trail of looks takes it. */
    List<Subject> shownTo(Caller caller) {
        Eyes eyes = Eyes.of(this, caller);
        AreaCode seenFrom = eyes.leaving || to == null ? from : to;
        return showsChildren(eyes)
                ? people.stream()
                        .map(person -> new Subject("CHILD", person.id, seenFrom))
                        .toList()
                : List.of();
    }

    private boolean showsChildren(Eyes eyes) {
        return eyes.leaving || state == MoveState.REQUESTED || state == MoveState.ACCEPTED;
    }

    private boolean showsHousehold(Eyes eyes) {
        return eyes.leaving || (eyes.receiving && state == MoveState.ACCEPTED);
    }

    private boolean showsAddress(Eyes eyes) {
        return eyes.receiving || asked == Side.RECEIVING || state == MoveState.PROPOSED;
    }

    MoveView view(Caller caller, LocalDate today) {
        Eyes eyes = Eyes.of(this, caller);
        boolean addressed = showsAddress(eyes);
        return new MoveView(
                id,
                version,
                state,
                from,
                to,
                asked,
                wholeHousehold,
                showsChildren(eyes)
                        ? people.stream()
                                .map(person -> child(person, caller, today))
                                .toList()
                        : List.of(),
                showsHousehold(eyes) ? household : null,
                eyes.receiving || addressed ? toHousehold : null,
                addressed ? address : null,
                addressed ? hamlet : null,
                reason,
                requester,
                askedAt,
                sourceVisit,
                answerReason,
                answeredAt,
                told.reminder,
                told.coordinator,
                told.county);
    }

    /** Where the child lives its file is open anyway; the other side sees who comes, as long as that is its business. */
    private MovingChild child(Person person, Caller caller, LocalDate today) {
        boolean lives = caller.may(Right.MOVE_READ, person.home);
        return new MovingChild(
                lives ? person.id : null,
                person.name,
                Optional.ofNullable(person.birthDate)
                        .map(born -> Period.between(born, today).getYears())
                        .orElse(null),
                lives || state == MoveState.REQUESTED ? person.level : null);
    }

    @Override
    public String toString() {
        return "***";
    }
}

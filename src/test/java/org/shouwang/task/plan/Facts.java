package org.shouwang.task.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;

/** A child's facts by their days; each change is another child. Its file was made on a Thursday, 1 January 2026. */
final class Facts {

    static final UUID VISIT = UUID.randomUUID();

    private RiskLevel level;
    private boolean onFile = true;
    private boolean assessed = true;
    private Set<CategoryCode> categories = Set.of();
    private LocalDate since = LocalDate.parse("2026-01-01");
    private @Nullable LocalDate raised;
    private @Nullable LocalDate closely;
    private @Nullable LocalDate visit;
    private @Nullable LocalDate promised;
    private @Nullable LocalDate contact;
    private @Nullable LocalDate assessment;
    private @Nullable LocalDate poorCare;
    private List<Pause> pauses = List.of();

    Facts(RiskLevel level) {
        this.level = level;
    }

    private Facts(Facts other) {
        this.level = other.level;
        this.onFile = other.onFile;
        this.assessed = other.assessed;
        this.categories = other.categories;
        this.since = other.since;
        this.raised = other.raised;
        this.closely = other.closely;
        this.visit = other.visit;
        this.promised = other.promised;
        this.contact = other.contact;
        this.assessment = other.assessment;
        this.poorCare = other.poorCare;
        this.pauses = other.pauses;
    }

    private Facts but(Consumer<Facts> change) {
        Facts one = new Facts(this);
        change.accept(one);
        return one;
    }

    /** Whom nobody has assessed. */
    static Facts ofUnassessed() {
        Facts one = new Facts(RiskLevel.HIGH);
        one.assessed = false;
        return one;
    }

    Facts visited(String day) {
        return but(one -> one.visit = LocalDate.parse(day));
    }

    Facts promised(String day) {
        return but(one -> one.promised = LocalDate.parse(day));
    }

    Facts called(String day) {
        return but(one -> one.contact = LocalDate.parse(day));
    }

    Facts assessed(String day) {
        return but(one -> one.assessment = LocalDate.parse(day));
    }

    Facts poorlyCaredFor(String day) {
        return but(one -> one.poorCare = LocalDate.parse(day));
    }

    Facts raised(RiskLevel to, String day) {
        Facts one = at(to);
        one.raised = LocalDate.parse(day);
        one.closely = one.raised;
        return one;
    }

    Facts at(RiskLevel to) {
        Facts one = new Facts(this);
        one.level = to;
        one.assessed = true;
        one.raised = null;
        one.closely = null;
        return one;
    }

    Facts of(CategoryCode code) {
        return but(one -> one.categories = Set.of(code));
    }

    Facts since(String day) {
        return but(one -> one.since = LocalDate.parse(day));
    }

    Facts paused(String from, String until) {
        Facts one = new Facts(this);
        one.pauses = new ArrayList<>(pauses);
        one.pauses.add(new Pause(LocalDate.parse(from), LocalDate.parse(until)));
        return one;
    }

    Facts closed() {
        return but(one -> one.onFile = false);
    }

    Followed followed() {
        return new Followed(
                UUID.randomUUID(),
                new AreaCode(610304105208L),
                onFile,
                level,
                assessed,
                categories,
                FollowUpPlans.noon(since),
                noon(raised),
                noon(closely),
                happened(Happened.Kind.VISIT, VISIT, visit),
                promised,
                happened(Happened.Kind.CONTACT, UUID.randomUUID(), contact),
                happened(Happened.Kind.RISK_ASSESSMENT, UUID.randomUUID(), assessment),
                noon(poorCare),
                pauses);
    }

    private static @Nullable Instant noon(@Nullable LocalDate day) {
        return day == null ? null : FollowUpPlans.noon(day);
    }

    private static Optional<Happened> happened(Happened.Kind kind, UUID id, @Nullable LocalDate day) {
        return Optional.ofNullable(noon(day)).map(at -> new Happened(kind, id, at));
    }
}

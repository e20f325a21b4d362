package org.shouwang.staff.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.staff.worker.LineOutcome.Kind;
import org.shouwang.staff.worker.RosterEntry.Seat;
import org.shouwang.staff.worker.RosterFacts.Held;
import org.shouwang.staff.worker.RosterFacts.Named;
import org.shouwang.staff.worker.RosterFacts.Person;
import org.shouwang.staff.worker.RosterPlan.NewAppointment;
import org.shouwang.staff.worker.RosterPlan.NewWorker;

/**
 * Decides line by line what a list changes. A person is the phone; where phone and name do not say the same, nobody is made
 * and a person is asked, since two files of one director split the director's children between them.
 */
final class RosterPlanner {

    private final RosterFacts facts;
    private final Caller caller;
    private final Supplier<UUID> ids;
    private final Map<PhoneNumber, Person> people;
    private final Map<HeldKey, Held> held = new HashMap<>();
    private final Map<PhoneNumber, Set<String>> namesOfPhone = new HashMap<>();
    private final Map<Named, Set<PhoneNumber>> phonesOfName = new HashMap<>();
    private final List<NewWorker> workers = new ArrayList<>();
    private final List<NewAppointment> appointments = new ArrayList<>();

    private record HeldKey(UUID workerId, org.shouwang.platform.RoleCode role, Seat seat) {}

    private RosterPlanner(RosterFacts facts, Caller caller, Supplier<UUID> ids) {
        this.facts = facts;
        this.caller = caller;
        this.ids = ids;
        this.people = new HashMap<>(facts.people());
        facts.held().forEach(post -> held.put(new HeldKey(post.workerId(), post.role(), post.seat()), post));
    }

    /** Plans the lines in their order; a later line sees what an earlier one makes. */
    static RosterPlan plan(List<RosterLine> lines, RosterFacts facts, Caller caller, Supplier<UUID> ids) {
        RosterPlanner planner = new RosterPlanner(facts, caller, ids);
        lines.forEach(line -> line.entry().ifPresent(planner::remember));
        List<LineOutcome> outcomes = lines.stream().map(planner::outcome).toList();
        return new RosterPlan(outcomes, List.copyOf(planner.workers), List.copyOf(planner.appointments));
    }

    private void remember(RosterEntry entry) {
        namesOfPhone.computeIfAbsent(entry.phone(), phone -> new HashSet<>()).add(entry.fullName());
        phonesOfName
                .computeIfAbsent(new Named(entry.fullName(), entry.seat()), name -> new HashSet<>())
                .add(entry.phone());
    }

    private LineOutcome outcome(RosterLine line) {
        return line.entry()
                .map(entry -> outcome(line.number(), entry))
                .orElseGet(() -> new LineOutcome(line.number(), Kind.REFUSED, Optional.empty(), line.violations()));
    }

    private LineOutcome outcome(int line, RosterEntry entry) {
        Result<PostPlace> place = RosterPlaces.of(entry, facts);
        Result<Post> by = place.flatMap(found -> by(new HeldPost(entry.role(), found)));
        if (by instanceof Result.Refused<Post> refused) {
            return new LineOutcome(
                    line, Kind.REFUSED, Optional.empty(), refused.refusal().violations());
        }
        Post post = ((Result.Ok<Post>) by).value();
        AreaCode area = ((Result.Ok<PostPlace>) place).value().area().orElse(null);
        Person person = people.get(entry.phone());
        return person == null ? stranger(line, entry, area, post) : known(line, entry, person, area, post);
    }

    private Result<Post> by(HeldPost wanted) {
        if (!Appointing.fits(wanted)) {
            return Result.invalid(RosterColumn.ROLE.field(), "role-place");
        }
        List<Post> able = Appointing.able(caller, post -> Appointing.may(post, wanted));
        if (able.isEmpty()) {
            boolean reached = !Appointing.able(caller, post -> Appointing.reaches(post, wanted.place()))
                    .isEmpty();
            return reached
                    ? Result.invalid(RosterColumn.ROLE.field(), "role-not-yours")
                    : Result.invalid(RosterColumn.AREA.field(), "area-not-yours");
        }
        return Appointing.chosen(able, caller.named())
                .map(Result::ok)
                .orElseGet(() -> Result.invalid(RosterColumn.ROLE.field(), "post-to-name"));
    }

    private LineOutcome known(int line, RosterEntry entry, Person person, @Nullable AreaCode area, Post by) {
        if (person.id().equals(caller.workerId())) {
            return LineOutcome.without(line, Kind.REFUSED, RosterColumn.PHONE.field(), "not-oneself");
        }
        if (!person.fullName().equals(entry.fullName())) {
            return LineOutcome.without(line, Kind.QUESTION, RosterColumn.FULL_NAME.field(), "phone-of-another");
        }
        if (!person.active()) {
            return LineOutcome.without(line, Kind.REFUSED, RosterColumn.PHONE.field(), "worker-inactive");
        }
        Held before = held.get(new HeldKey(person.id(), entry.role(), entry.seat()));
        if (before == null) {
            appoint(person.id(), entry, area, by);
            return LineOutcome.about(line, Kind.APPOINTED, person.id());
        }
        List<Violation> notes = before.appointedOn().equals(entry.appointedOn())
                ? List.of()
                : List.of(Violation.of(RosterColumn.APPOINTED_ON.field(), "appointed-on-another-day"));
        return new LineOutcome(line, Kind.UNCHANGED, Optional.of(person.id()), notes);
    }

    private LineOutcome stranger(int line, RosterEntry entry, @Nullable AreaCode area, Post by) {
        Named name = new Named(entry.fullName(), entry.seat());
        if (namesOfPhone.getOrDefault(entry.phone(), Set.of()).size() > 1) {
            return LineOutcome.without(line, Kind.QUESTION, RosterColumn.PHONE.field(), "phone-of-two");
        }
        boolean namesake = facts.names().contains(name)
                || phonesOfName.getOrDefault(name, Set.of()).size() > 1;
        if (namesake && !entry.namesakeChecked()) {
            return LineOutcome.without(line, Kind.QUESTION, RosterColumn.FULL_NAME.field(), "namesake");
        }
        UUID id = ids.get();
        workers.add(new NewWorker(id, entry, area, by));
        people.put(entry.phone(), new Person(id, entry.fullName(), true));
        appoint(id, entry, area, by);
        return LineOutcome.about(line, Kind.CREATED, id);
    }

    private void appoint(UUID workerId, RosterEntry entry, @Nullable AreaCode area, Post by) {
        appointments.add(new NewAppointment(ids.get(), workerId, entry, area, by));
        Held post = new Held(workerId, entry.role(), entry.seat(), entry.appointedOn());
        held.put(new HeldKey(workerId, entry.role(), entry.seat()), post);
    }
}

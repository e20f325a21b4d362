package org.shouwang.task;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.area.Areas;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.register.child.ChildFacts;
import org.shouwang.register.child.Children;
import org.shouwang.register.household.HouseholdFacts;
import org.shouwang.register.household.Households;
import org.shouwang.staff.Posts.Holder;

/** Gathers what the rules of an assignment look at. */
@Singleton
class AssignFacts {

    private final Children children;
    private final Households households;
    private final HomeAreas homes;
    private final Areas areas;

    AssignFacts(Children children, Households households, HomeAreas homes, Areas areas) {
        this.children = children;
        this.households = households;
        this.homes = homes;
        this.areas = areas;
    }

    /** Where the subjects are, and which of them are children whose files are closed. */
    private record Subjects(Map<UUID, AreaCode> areas, Set<UUID> closed) {

        private Subjects() {
            this(new HashMap<>(), new HashSet<>());
        }

        private void add(ChildFacts child) {
            areas.put(child.id(), child.areaCode());
            if (!child.fileStatus().isOpen()) {
                closed.add(child.id());
            }
        }

        private boolean isClosedFor(TaskForm form) {
            return closed.contains(form.subjectId()) && !form.taskType().outlivesFile();
        }
    }

    /** A title where it is to be shown: titles of one batch are often the same. */
    private record Title(AreaCode area, String text) {}

    /** What the areas that the request names by itself are today, as far as they exist. Runs on the reactive pool. */
    Uni<Map<AreaCode, AreaCode>> namedAreas(AssignForm request) {
        Set<AreaCode> named = request.all().stream()
                .filter(form -> !form.subjectType().hasArea())
                .map(TaskForm::areaCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return named.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : areas.today(named).map(found -> found.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, place -> place.getValue().code())));
    }

    /**
     * The facts of each task, in the caller's session.
     *
     * @return refused with 404 when a subject or an area does not exist, as when it is out of scope
     */
    Uni<Result<Map<UUID, AssignRules.Facts>>> gather(
            List<TaskForm> forms, Map<AreaCode, AreaCode> namedAreas, Map<UUID, Holder> holders) {
        return subjects(forms).chain(found -> {
            Map<UUID, AreaCode> areas = areas(forms, found.areas(), namedAreas);
            if (areas.size() < forms.size()) {
                return Uni.createFrom().item(Result.refused(Problem.NOT_FOUND));
            }
            Set<Title> titles = forms.stream()
                    .map(form -> new Title(Objects.requireNonNull(areas.get(form.id())), form.title()))
                    .collect(Collectors.toSet());
            return naming(titles).map(naming -> Result.ok(facts(forms, areas, found, holders, naming)));
        });
    }

    private Uni<Subjects> subjects(List<TaskForm> forms) {
        Subjects all = new Subjects();
        Uni<Void> gathered = children.facts(subjects(forms, SubjectType.CHILD))
                .invoke(found -> found.values().forEach(all::add))
                .chain(() -> homes.of(subjects(forms, SubjectType.HOME)))
                .invoke(all.areas()::putAll)
                .replaceWithVoid();
        for (UUID household : subjects(forms, SubjectType.HOUSEHOLD)) {
            gathered = gathered.chain(() -> households.facts(household))
                    .invoke(found ->
                            found.ifPresent((HouseholdFacts home) -> all.areas().put(home.id(), home.areaCode())))
                    .replaceWithVoid();
        }
        return gathered.replaceWith(all);
    }

    private static Set<UUID> subjects(List<TaskForm> forms, SubjectType type) {
        return forms.stream()
                .filter(form -> form.subjectType() == type)
                .map(TaskForm::subjectId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static Map<UUID, AreaCode> areas(
            List<TaskForm> forms, Map<UUID, AreaCode> ofSubjects, Map<AreaCode, AreaCode> named) {
        Map<UUID, AreaCode> areas = new HashMap<>();
        for (TaskForm form : forms) {
            Optional<AreaCode> area = form.subjectType().hasArea()
                    ? Optional.ofNullable(form.subjectId()).map(ofSubjects::get)
                    : Optional.ofNullable(form.areaCode()).map(named::get);
            area.ifPresent(code -> areas.put(form.id(), code));
        }
        return areas;
    }

    private Uni<Set<Title>> naming(Set<Title> titles) {
        Set<Title> naming = new HashSet<>();
        Uni<Void> checked = Uni.createFrom().voidItem();
        for (Title title : titles) {
            checked = checked.chain(() -> children.anyNameIn(title.area(), title.text()))
                    .invoke(names -> {
                        if (names) {
                            naming.add(title);
                        }
                    })
                    .replaceWithVoid();
        }
        return checked.replaceWith(naming);
    }

    private static Map<UUID, AssignRules.Facts> facts(
            List<TaskForm> forms,
            Map<UUID, AreaCode> areas,
            Subjects subjects,
            Map<UUID, Holder> holders,
            Set<Title> naming) {
        Map<UUID, AssignRules.Facts> facts = new HashMap<>();
        for (TaskForm form : forms) {
            AreaCode area = Objects.requireNonNull(areas.get(form.id()));
            facts.put(
                    form.id(),
                    new AssignRules.Facts(
                            area,
                            Optional.ofNullable(holders.get(form.assigneeAppointmentId())),
                            naming.contains(new Title(area, form.title())),
                            subjects.isClosedFor(form)));
        }
        return facts;
    }
}

package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.Post;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.staff.RolePosts;

class AssignRulesTest {

    private static final AreaCode VILLAGE = AreaCode.of("610304101200");
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    private static TaskForm form(
            TaskType type,
            SubjectType subject,
            @Nullable UUID subjectId,
            @Nullable AreaCode area,
            LocalDate start,
            @Nullable Instant dueAt) {
        return new TaskForm(
                UUID.randomUUID(),
                "入户走访",
                type,
                subject,
                subjectId,
                area,
                UUID.randomUUID(),
                null,
                TaskPriority.NORMAL,
                start,
                DUE,
                dueAt,
                null,
                null);
    }

    private static TaskForm about(TaskType type, SubjectType subject) {
        UUID id = subject == SubjectType.NONE ? null : UUID.randomUUID();
        return form(type, subject, id, subject.hasArea() ? null : VILLAGE, DUE, null);
    }

    private static List<String> found(List<Violation> violations) {
        return violations.stream().map(one -> one.field() + " " + one.rule()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "VISIT, CHILD, true",
        "VISIT, HOUSEHOLD, true",
        "VISIT, HOME, false",
        "VISIT, NONE, false",
        "FIRST_VISIT, CHILD, true",
        "FIRST_VISIT, HOUSEHOLD, false",
        "INCIDENT_FOLLOW, NONE, false",
        "WARNING_LETTER_VISIT, HOUSEHOLD, false",
        "OTHER, CHILD, true",
        "OTHER, HOUSEHOLD, true",
        "OTHER, HOME, true",
        "REPORT, NONE, true"
    })
    void aVisitTaskIsAboutWhomAVisitCanSettle(TaskType type, SubjectType subject, boolean allowed) {
        assertThat(found(AssignRules.ofForm(about(type, subject))))
                .isEqualTo(allowed ? List.of() : List.of("subjectType visit-needs-family"));
    }

    @Test
    void subjectAndTypeBelongTogetherAndWithoutSubjectAnAreaIsNamed() {
        assertThat(found(AssignRules.ofForm(form(TaskType.OTHER, SubjectType.CHILD, null, null, DUE, null))))
                .containsExactly("subjectId subject-as-typed");
        assertThat(found(
                        AssignRules.ofForm(form(TaskType.OTHER, SubjectType.NONE, UUID.randomUUID(), null, DUE, null))))
                .containsExactly("subjectId subject-as-typed", "areaCode area-needed");
    }

    @Test
    void theDueDayIsNotBeforeTheStartAndTheHourIsOnIt() {
        TaskForm wrong = form(
                TaskType.OTHER,
                SubjectType.NONE,
                null,
                VILLAGE,
                DUE.plusDays(1),
                Instant.parse("2026-03-10T16:00:00Z"));
        TaskForm right =
                form(TaskType.OTHER, SubjectType.NONE, null, VILLAGE, DUE, Instant.parse("2026-03-10T15:59:59Z"));

        assertThat(found(AssignRules.ofForm(wrong)))
                .containsExactly("dueOn due-before-start", "dueAt due-at-on-due-day");
        assertThat(AssignRules.ofForm(right)).isEmpty();
    }

    @Test
    void aBatchNamesTheTaskAndNoIdTwice() {
        TaskForm task = form(TaskType.OTHER, SubjectType.NONE, null, null, DUE, null);

        assertThat(found(AssignRules.ofForm(new TaskBatchForm(List.of(task, task)))))
                .containsExactly(
                        "tasks[0].areaCode area-needed", "tasks[1].id id-twice", "tasks[1].areaCode area-needed");
    }

    @Test
    void theAssigneeWorksAtThePlaceAndTheTitleNamesNoChild() {
        Post there = RolePosts.post(RoleCode.CHILDREN_DIRECTOR, VILLAGE.range(AreaLevel.VILLAGE));
        Post elsewhere = new Post(
                there.appointmentId(),
                there.role(),
                AreaCode.of("610304101201").range(AreaLevel.VILLAGE),
                there.access());
        Post idle = new Post(there.appointmentId(), there.role(), there.areas(), Map.of(Right.TASK_READ, Set.of()));

        assertThat(found(facts(Optional.of(there), false))).isEmpty();
        assertThat(found(facts(Optional.of(there), true))).containsExactly("title title-names-a-child");
        String unfit = "assigneeAppointmentId assignee-works-there";
        assertThat(found(facts(Optional.of(elsewhere), false))).containsExactly(unfit);
        assertThat(found(facts(Optional.of(idle), false))).containsExactly(unfit);
        assertThat(found(facts(Optional.empty(), false))).containsExactly(unfit);
    }

    @Test
    void underAClosedFileNothingIsAssignedThatDoesNotOutliveIt() {
        AssignRules.Facts closed = new AssignRules.Facts(VILLAGE, Optional.empty(), false, true);

        assertThat(found(AssignRules.ofFacts("", closed))).contains("subjectId task-file-closed");
        assertThat(Stream.of(TaskType.values()).filter(TaskType::outlivesFile))
                .containsExactly(
                        TaskType.INCIDENT_FOLLOW, TaskType.WARNING_LETTER_VISIT, TaskType.PROTECTION_ORDER_CHECK);
    }

    private static List<Violation> facts(Optional<Post> post, boolean naming) {
        Optional<Holder> assignee = post.map(one -> new Holder(UUID.randomUUID(), 7, one));
        return AssignRules.ofFacts("", new AssignRules.Facts(VILLAGE, assignee, naming, false));
    }
}

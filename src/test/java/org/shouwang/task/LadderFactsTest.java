package org.shouwang.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.policy.FollowUpPolicy;
import org.shouwang.policy.LevelPolicy;
import org.shouwang.staff.Posts.Holder;
import org.shouwang.task.LadderFacts.Around;

class LadderFactsTest {

    private static final AreaCode VILLAGE = new AreaCode(610304101200L);
    private static final UUID ASSIGNEE = new UUID(0, 1);
    private static final LevelPolicy POLICY = FollowUpPolicy.standard().at("CRITICAL");

    private static Holder holder(UUID appointment, RoleCode role) {
        return new Holder(
                UUID.randomUUID(),
                1,
                new Post(appointment, role, AreaRanges.of(610304101000L, 610304102000L), Map.of()));
    }

    /** Who holds what follows a case is reminded, then the office of the county that leads it; a township need not know of it. */
    @ParameterizedTest
    @CsvSource({
        "INCIDENT, ASSIGNEE, TOWNSHIP_COORDINATOR",
        "INCIDENT, COORDINATOR,",
        "INCIDENT, COUNTY, COUNTY_CIVIL_AFFAIRS",
        "CHILD_VIOLENCE, COORDINATOR,",
        "CHILD_VIOLENCE, COUNTY, COUNTY_CIVIL_AFFAIRS",
        "WOMAN_VIOLENCE, ASSIGNEE, TOWNSHIP_COORDINATOR",
        "WOMAN_VIOLENCE, COORDINATOR,",
        "WOMAN_VIOLENCE, COUNTY, COUNTY_WOMENS_FEDERATION",
        "ASSIGNED, ASSIGNEE, TOWNSHIP_COORDINATOR",
        "ASSIGNED, COORDINATOR, TOWNSHIP_COORDINATOR",
        "ASSIGNED, COUNTY, COUNTY_CIVIL_AFFAIRS"
    })
    void whatACaseOwnsIsTheHoldersAndItsLeads(String rule, LadderStep step, @Nullable RoleCode told) {
        Task task = followUp(rule);
        Around around = new Around(
                Map.of(),
                Map.of(ASSIGNEE, holder(ASSIGNEE, RoleCode.TOWNSHIP_COORDINATOR)),
                Map.of(
                        VILLAGE,
                        List.of(
                                holder(UUID.randomUUID(), RoleCode.TOWNSHIP_COORDINATOR),
                                holder(UUID.randomUUID(), RoleCode.COUNTY_WOMENS_FEDERATION),
                                holder(UUID.randomUUID(), RoleCode.COUNTY_CIVIL_AFFAIRS))));

        List<Holder> holders = around.holders(task, step, POLICY);

        assertThat(holders)
                .extracting(holder -> holder.post().role())
                .containsExactlyElementsOf(told == null ? List.of() : List.of(told));
    }

    private static Task followUp(String rule) {
        TaskForm form = new TaskForm(
                UUID.randomUUID(),
                "重点随访",
                TaskType.INCIDENT_FOLLOW,
                SubjectType.NONE,
                null,
                VILLAGE,
                ASSIGNEE,
                null,
                TaskPriority.URGENT,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 2),
                null,
                null,
                null);
        Birth birth = new Birth(
                form.id(), VILLAGE, RequestHash.of(form), Instant.parse("2026-07-01T01:00:00Z"), UUID.randomUUID());
        return Task.asked(birth, form, ASSIGNEE, TaskOrigin.RISK_RULE, rule, "1");
    }
}

package org.shouwang.task.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Violation;
import org.shouwang.register.child.CategoryCode;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.task.TaskPriority;
import org.shouwang.task.TaskType;

class CampaignRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final AreaCode TOWN = AreaCode.of("610304101000");
    private static final SubjectFilter ALL = new SubjectFilter(null, null, null, null);

    private static final TaskTemplate VISIT = new TaskTemplate(TaskType.VISIT, "入户走访", TaskPriority.NORMAL, null);

    private static CampaignForm form(
            int start, int end, CampaignSubject subject, SubjectFilter filter, TaskTemplate template, int times) {
        return new CampaignForm(
                "暑期",
                CampaignKind.SEASONAL,
                CampaignSeason.SUMMER_DROWNING,
                null,
                Collections.nCopies(times, TOWN),
                subject,
                filter,
                TODAY.plusDays(start),
                TODAY.plusDays(end),
                template,
                null);
    }

    private static List<String> rules(CampaignForm form) {
        return CampaignRules.ofForm(form, TODAY, Set.of("HIV_AFFECTED")).stream()
                .map(Violation::rule)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,",
        "-31,0,",
        "-32,0,campaign-start-far",
        "366,367,",
        "367,368,campaign-start-far",
        "0,366,",
        "0,367,campaign-too-long",
        "-1,-1,campaign-over",
        "2,1,campaign-end-before-start"
    })
    void itsDaysAreNearAndInOrder(int start, int end, @Nullable String rule) {
        assertThat(rules(form(start, end, CampaignSubject.CHILD, ALL, VISIT, 1)))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({"0,17,", "6,6,", "-1,,campaign-age", ",18,campaign-age", "7,6,campaign-ages"})
    void agesAreThoseOfChildren(@Nullable Integer from, @Nullable Integer to, @Nullable String rule) {
        SubjectFilter filter = new SubjectFilter(null, List.of(RiskLevel.LOW), from, to);

        assertThat(rules(form(0, 9, CampaignSubject.CHILD, filter, VISIT, 1)))
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD,RE_ASSESS,NORMAL,,",
        "HOUSEHOLD,CONTACT,HIGH,1,",
        "HOUSEHOLD,RE_ASSESS,NORMAL,,campaign-task-type",
        "CHILD,INCIDENT_FOLLOW,NORMAL,,campaign-task-type",
        "CHILD,VISIT,URGENT,,campaign-not-urgent",
        "CHILD,VISIT,NORMAL,366,",
        "CHILD,VISIT,NORMAL,367,campaign-days",
        "CHILD,VISIT,NORMAL,0,campaign-days"
    })
    void itAsksForWhatACampaignCanAskFor(
            CampaignSubject subject,
            TaskType type,
            TaskPriority priority,
            @Nullable Integer days,
            @Nullable String rule) {
        TaskTemplate template = new TaskTemplate(type, "摸底排查", priority, days);

        assertThat(rules(form(0, 9, subject, ALL, template, 1))).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void aCategoryOfClassRIsNoCondition() {
        SubjectFilter filter =
                new SubjectFilter(List.of(CategoryCode.LEFT_BEHIND, CategoryCode.HIV_AFFECTED), null, null, null);

        assertThat(rules(form(0, 9, CampaignSubject.CHILD, filter, VISIT, 1)))
                .containsExactly("campaign-category-restricted");
        assertThat(rules(form(0, 9, CampaignSubject.CHILD, ALL, VISIT, 2))).containsExactly("campaign-area-twice");
    }

    @ParameterizedTest
    @CsvSource({"10,0,", "9,0,campaign-end-later", "366,0,", "367,0,campaign-too-long", "12,12,", "12,13,campaign-over"
    })
    void itIsExtendedToALaterDay(int end, int today, @Nullable String rule) {
        CampaignDays days = new CampaignDays(TODAY, TODAY.plusDays(9), null);

        assertThat(CampaignRules.ofExtension(days, TODAY.plusDays(end), TODAY.plusDays(today)))
                .extracting(Violation::rule)
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "TOWNSHIP_COORDINATOR,TOWNSHIP_COORDINATOR,true",
        "COUNTY_CIVIL_AFFAIRS,TOWNSHIP_COORDINATOR,true",
        "TOWNSHIP_COORDINATOR,COUNTY_CIVIL_AFFAIRS,false",
        "COUNTY_CIVIL_AFFAIRS,COUNTY_WOMENS_FEDERATION,false",
        "COUNTY_WOMENS_FEDERATION,TOWNSHIP_COORDINATOR,false"
    })
    void oneOfficeDoesNotEndWhatAnotherBegan(RoleCode role, RoleCode organiser, boolean may) {
        assertThat(CampaignRules.mayChange(role, organiser)).isEqualTo(may);
    }
}

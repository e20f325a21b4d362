package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.shouwang.testsupport.Accounts.DIRECTOR;
import static org.shouwang.visit.VisitJson.met;
import static org.shouwang.visit.VisitJson.notMet;
import static org.shouwang.visit.VisitJson.visit;
import static org.shouwang.visit.VisitJson.with;
import static org.shouwang.visit.VisitJson.withChild;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwang.register.child.RiskLevel;
import org.shouwang.testsupport.Accounts;

/** Every rule of a visit, refused over HTTP with its sentence. */
@QuarkusTest
class VisitRefusalsApiTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    private Family family;
    private UUID child;
    private Instant now;

    @BeforeEach
    void family() {
        family = Family.in(Accounts.VILLAGE, database);
        child = family.child(RiskLevel.LOW);
        now = clock.instant();
    }

    /** One way to break one rule. */
    enum Broken {
        IN_FUTURE("startedAt", "visit-in-future", "开始时间不能晚于现在 10 分钟以上。"),
        TOO_OLD("startedAt", "visit-too-old", "只能补录最近 90 天内的走访。"),
        ENDS_BEFORE_START("endedAt", "visit-ends-before-start", "结束时间不能早于开始时间。"),
        TOO_LONG("endedAt", "visit-too-long", "一次走访不能超过 4 小时。"),
        OF_NOBODY("children", "visit-of-nobody", "请至少填写一名儿童或一名走访的妇女。"),
        CHILD_TWICE("children[1].childId", "visit-child-twice", "同一名儿童只能填写一次。"),
        MEMBER_TWICE("memberIds[1]", "visit-member-twice", "同一名家庭成员只能填写一次。"),
        STRANGE_MEMBER("memberIds[0]", "visit-not-a-member", "此人不是所走访家庭的成员。"),
        STRANGE_CAREGIVER("children[0].actualCaregiverId", "visit-not-a-member", "此人不是所走访家庭的成员。"),
        NEEDS_CHILD("outcome", "visit-outcome-needs-child", "结果为 MET_CHILD 时，至少要有一名儿童标为见到。"),
        WITHOUT_CHILD("outcome", "visit-outcome-without-child", "结果为 NO_ONE_HOME 时，不能有儿童标为见到。"),
        INJURED("children[0].injuryDetail", "visit-injury-needs-detail", "儿童受伤时，请填写受伤部位和原因。"),
        NEXT_NOT_LATER("children[0].nextVisitOn", "visit-next-not-later", "下次走访日期须晚于本次走访当天。"),
        NEXT_TOO_LATE("children[0].nextVisitOn", "visit-next-too-late", "下次走访日期不能晚于本次走访后 730 天。"),
        NORMAL_ALONE("children[0].psychSigns", "visit-normal-alone", "选择 NORMAL 时，不能同时选择其他表现。"),
        NONE_ALONE("hazards", "visit-none-alone", "选择 NONE 时，不能同时选择其他项。");

        private final String field;
        private final String rule;
        private final String sentence;

        Broken(String field, String rule, String sentence) {
            this.field = field;
            this.rule = rule;
            this.sentence = sentence;
        }
    }

    private Map<String, Object> body(Broken broken) {
        Map<String, Object> good = visit(family, now, met(child));
        return switch (broken) {
            case IN_FUTURE -> with(good, "startedAt", now.plusSeconds(3600).toString());
            case TOO_OLD -> with(good, "startedAt", now.minusSeconds(92 * 86400).toString());
            case ENDS_BEFORE_START -> with(good, "endedAt", now.minusSeconds(60).toString());
            case TOO_LONG -> with(good, "endedAt", now.plusSeconds(5 * 3600).toString());
            case OF_NOBODY -> with(with(good, "children", List.of()), "outcome", "MOVED");
            case CHILD_TWICE -> visit(family, now, met(child), notMet(child));
            case MEMBER_TWICE -> with(good, "memberIds", List.of(family.grandmother(), family.grandmother()));
            case STRANGE_MEMBER -> with(good, "memberIds", List.of(UUID.randomUUID()));
            case STRANGE_CAREGIVER -> withChild(good, with(met(child), "actualCaregiverId", UUID.randomUUID()));
            case NEEDS_CHILD -> withChild(good, notMet(child));
            case WITHOUT_CHILD -> with(good, "outcome", "NO_ONE_HOME");
            case INJURED -> withChild(good, with(met(child), "physicalToday", "INJURED"));
            case NEXT_NOT_LATER -> withChild(good, with(met(child), "nextVisitOn", "2026-01-01"));
            case NEXT_TOO_LATE -> withChild(good, with(met(child), "nextVisitOn", "2099-01-01"));
            case NORMAL_ALONE -> withChild(good, with(met(child), "psychSigns", List.of("NORMAL", "SAD")));
            case NONE_ALONE -> with(good, "hazards", List.of("NONE", "WATER"));
        };
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenRuleIsRefusedWithItsSentence(Broken broken) {
        DIRECTOR.request()
                .body(body(broken))
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:shouwang:problem:invalid"))
                .body("violations.field", contains(broken.field))
                .body("violations.rule", contains(broken.rule))
                .body("violations.message", contains(broken.sentence));
    }

    @Test
    void theSentenceComesInEnglishToWhoPrefersIt() {
        DIRECTOR.request()
                .header("Accept-Language", "en")
                .body(body(Broken.CHILD_TWICE))
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.message", contains("A child stands in a visit only once."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"householdId", "method", "purpose", "startedAt", "outcome"})
    void whatMakesAVisitMustBeThere(String field) {
        Map<String, Object> body = visit(family, now, met(child));
        body.remove(field);
        DIRECTOR.request()
                .body(body)
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.field", hasItem(field));
    }

    @Test
    void whetherAChildWasMetMustBeSaid() {
        DIRECTOR.request()
                .body(visit(family, now, Map.of("childId", child)))
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("children[0].met"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"householdId\": 7}",
                "{\"method\": \"DRONE\"}",
                "{\"startedAt\": \"2026-02-30T10:00:00Z\"}",
                "{\"children\": [null]}",
                "{\"children\": [{\"met\": \"yes\"}]}",
                "{\"hazards\": [null]}"
            })
    void whatIsNoVisitIsRefusedClearly(String body) {
        int status = DIRECTOR.request()
                .body(body)
                .put("/api/v1/visits/" + UUID.randomUUID())
                .then()
                .contentType("application/problem+json")
                .extract()
                .statusCode();
        assertThat(status).isBetween(400, 422);
    }
}

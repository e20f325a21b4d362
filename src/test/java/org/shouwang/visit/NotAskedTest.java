package org.shouwang.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.ClientRecord.Birth;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.visit.VisitCodes.Hazard;
import org.shouwang.visit.VisitCodes.Need;
import org.shouwang.visit.VisitForms.Child;

class NotAskedTest {

    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final AreaCode HOME = AreaCode.of("610304101201");

    private static Visit visit(VisitForms forms) {
        VisitForm form = forms.form();
        Birth birth = new Birth(new UUID(2, 2), HOME, RequestHash.of(form), NOW, new UUID(5, 5));
        return new Visit(birth, form, new UUID(6, 6));
    }

    private static List<String> ofChild(Visit visit, Child child, boolean withClassR) {
        return NotAsked.ofChild(visit, new VisitChild(visit.id, child.answers(), HOME), withClassR);
    }

    @Test
    void whatWasAnsweredIsNotNamed() {
        assertThat(NotAsked.ofHousehold(visit(VisitForms.at(NOW))))
                .containsExactly("actionsTaken", "hazards", "livingEnv");
        assertThat(NotAsked.ofHousehold(visit(VisitForms.at(NOW).hazards(Hazard.NONE))))
                .containsExactly("actionsTaken", "livingEnv");
        assertThat(ofChild(visit(VisitForms.at(NOW)), Child.met().needs(Need.NONE), true))
                .doesNotContain("needs")
                .contains("actualCaregiverId", "careQuality", "physicalToday", "suspiciousInjury", "unattended");
    }

    @Test
    void ofAChildWhoWasNotSeenNobodyAsksHowItLooks() {
        assertThat(ofChild(visit(VisitForms.at(NOW)), Child.notMet(), true))
                .contains("careQuality", "schoolAttendance")
                .doesNotContain("physicalToday", "psychSigns", "suspiciousInjury");
    }

    @Test
    void whetherClassRWasAskedIsOfClassRToo() {
        assertThat(ofChild(visit(VisitForms.at(NOW)), Child.met(), false)).doesNotContain("suspiciousInjury");
    }

    @Test
    void behindAClosedDoorNothingCouldBeAsked() {
        Visit closed = visit(VisitForms.at(NOW).children(Child.notMet()).outcome(VisitOutcome.NO_ONE_HOME));

        assertThat(NotAsked.ofHousehold(closed)).isEmpty();
        assertThat(ofChild(closed, Child.notMet(), true)).isEmpty();
    }
}

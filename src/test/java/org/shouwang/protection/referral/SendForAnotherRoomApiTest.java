package org.shouwang.protection.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaRanges;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Post;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.protection.directory.ReferralType;
import org.shouwang.staff.RolePosts;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Referrals;
import org.shouwang.testsupport.Sql;

/** What another room sends within its own transaction, and hears of it. */
@QuarkusTest
class SendForAnotherRoomApiTest {

    private static final AreaRanges VILLAGE = AreaRanges.of(610304101200L, 610304101201L);

    @Inject
    AgroalDataSource database;

    @Inject
    SendReferral sendReferral;

    @Inject
    HeardMoves heard;

    private UUID child;

    @BeforeEach
    void anAgencyThatTakesReferrals() throws Exception {
        Asked.takes(database, Asked.POLICE, "PSYCH");
        child = Asked.child(Accounts.DIRECTOR, Accounts.VILLAGE);
    }

    @AfterEach
    void everybodyFollowsAgain() throws Exception {
        heard.fail(false);
        Referrals.settle(database);
    }

    private Ask ask(UUID id) {
        return new Ask(
                id,
                child,
                null,
                ReferralType.PSYCH,
                Asked.POLICE,
                Urgency.URGENT,
                "请为孩子安排心理疏导",
                ConsentStatus.GUARDIAN_AGREED,
                null,
                true,
                LeadOffice.CIVIL_AFFAIRS);
    }

    private Result<UUID> sent(Ask ask, Accounts who, RoleCode role, AreaRanges areas) {
        UUID worker = UUID.fromString(who.request().get("/api/v1/me").path("worker.id"));
        Post acting = RolePosts.post(who.appointment(role.name()), role, areas);
        Caller caller = new Caller(worker, 1, List.of(acting), null);
        return Awaited.result(() -> Panache.withTransaction(() -> sendReferral.sendFor(ask, caller, acting)));
    }

    private Result<UUID> sentByDirector(Ask ask) {
        return sent(ask, Accounts.DIRECTOR, RoleCode.CHILDREN_DIRECTOR, VILLAGE);
    }

    @Test
    void whatIsConfidentialIsRestrictedWhateverItsType() throws Exception {
        UUID id = UUID.randomUUID();
        assertThat(sentByDirector(ask(id))).isEqualTo(Result.ok(id));

        Asked.get(Accounts.COORDINATOR.request(), id).then().statusCode(404);

        Asked.get(Accounts.DIRECTOR.request(), id).then().statusCode(200).body("restricted", equalTo(true));
        Asked.act(Accounts.POLICE_OFFICER.request(), id, "accept", Map.of())
                .then()
                .statusCode(200);
        assertThat(heard.of(id)).containsExactly(ReferralStatus.SENT, ReferralStatus.ACCEPTED);
    }

    @Test
    void askedAgainItIsSentOnce() throws Exception {
        UUID id = UUID.randomUUID();
        sentByDirector(ask(id));

        Result<UUID> again = sentByDirector(ask(id));

        assertThat(again).isEqualTo(Result.ok(id));
        assertThat(heard.of(id)).containsExactly(ReferralStatus.SENT);
        assertThat(Asked.told(database, id)).containsExactly("referral-received AGENCY_OFFICER");
    }

    @Test
    void thePostThatAsksMaySendThere() {
        Result<UUID> elsewhere =
                sent(ask(UUID.randomUUID()), Accounts.OTHER_TOWN_DIRECTOR, RoleCode.CHILDREN_DIRECTOR, AreaRanges.NONE);

        assertThat(elsewhere).isEqualTo(Result.refused(Problem.NOT_FOUND));
    }

    /** The agency of one stage asks that of the next. */
    @Test
    void anAgencyHandsOnWhatIsConfidential() {
        UUID id = UUID.randomUUID();

        Result<UUID> handedOn = sent(ask(id), Accounts.POLICE_OFFICER, RoleCode.AGENCY_OFFICER, AreaRanges.NONE);

        assertThat(handedOn).isEqualTo(Result.ok(id));
    }

    /** A move and what another room makes of it are one. */
    @Test
    void whereAListenerFailsNothingHasMoved() throws Exception {
        UUID referral = Asked.sent(Accounts.DIRECTOR.request(), Asked.form(child, "PSYCH", "NORMAL"));
        heard.fail(true);

        Asked.act(Accounts.POLICE_OFFICER.request(), referral, "accept", Map.of())
                .then()
                .statusCode(500);

        assertThat(Sql.texts(database, """
                        select r.status || ' ' || count(a.id) from referral r left join referral_act a on a.referral_id = r.id
                        where r.id = ? group by r.status
                        """, referral)).containsExactly("SENT 0");
    }
}

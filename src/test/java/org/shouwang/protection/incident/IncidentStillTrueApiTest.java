package org.shouwang.protection.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.notification.StillTrue.Told;
import org.shouwang.testsupport.Accounts;

/** What a push says of an incident must hold when it goes out. */
@QuarkusTest
class IncidentStillTrueApiTest {

    private static final UUID CALL = new UUID(0, 1);
    private static final UUID DANGER = new UUID(0, 2);
    private static final UUID CALL_OF_A_STRANGER = new UUID(0, 3);
    private static final UUID ADDED = new UUID(0, 4);

    @Inject
    IncidentStillTrue stillTrue;

    private UUID incident = new UUID(0, 0);

    @BeforeEach
    void anIncident() {
        incident = Danger.reported(Accounts.DIRECTOR.request(), Danger.seen());
    }

    private Set<UUID> outdated() {
        UUID coordinator = Accounts.COORDINATOR.appointment("TOWNSHIP_COORDINATOR");
        UUID stranger = Accounts.OTHER_TOWN_DIRECTOR.appointment("CHILDREN_DIRECTOR");
        return stillTrue
                .outdated(List.of(
                        new Told(CALL, "incident-waiting", incident, coordinator),
                        new Told(DANGER, "incident-danger", incident, coordinator),
                        new Told(ADDED, "incident-added", incident, coordinator),
                        new Told(CALL_OF_A_STRANGER, "incident-waiting", incident, stranger)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void whileNobodyTookItOnlyWhoMayNotSeeItIsSpared() {
        assertThat(outdated()).containsExactly(CALL_OF_A_STRANGER);
    }

    @Test
    void whenSomebodyTookItNobodyIsCalled() {
        Accounts.COUNTY
                .request()
                .body(Map.of("id", UUID.randomUUID()))
                .post("/api/v1/incidents/{id}/take", incident)
                .then()
                .statusCode(200);

        assertThat(outdated()).containsExactlyInAnyOrder(CALL, CALL_OF_A_STRANGER);
    }

    @Test
    void whenItIsClosedOnlyWhatItsAuthorAddsIsWorthAPush() {
        Danger.closed(incident);

        assertThat(outdated()).containsExactlyInAnyOrder(CALL, DANGER, CALL_OF_A_STRANGER);
    }
}

package org.shouwang.register.child;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Visits;

/** A worker without the right to write learns nothing of which ids exist. */
@QuarkusTest
class RoleFirstApiTest {

    private Families.Household household;
    private UUID child;

    @BeforeEach
    void family() {
        household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        child = Families.register(Accounts.DIRECTOR, Accounts.VILLAGE, household, "LOW");
    }

    @Test
    void householdsAreRefusedAlikeWhetherKnownOrNot() {
        assertRefusedAlike(
                "households",
                household.id(),
                Families.household(Accounts.VILLAGE, household.grandmother(), household.father()));
    }

    @Test
    void childrenAreRefusedAlikeWhetherKnownOrNot() {
        assertRefusedAlike("children", child, Families.child(Accounts.VILLAGE, household));
    }

    @Test
    void visitsAreRefusedAlikeWhetherKnownOrNot() {
        Map<String, Object> visit = Visits.met(household.id(), child);
        UUID known = UUID.randomUUID();
        Accounts.DIRECTOR
                .request()
                .body(visit)
                .put("/api/v1/visits/{id}", known)
                .then()
                .statusCode(201);

        assertRefusedAlike("visits", known, visit);
    }

    private static void assertRefusedAlike(String things, UUID known, Map<String, Object> form) {
        for (UUID id : List.of(known, UUID.randomUUID())) {
            Accounts.ADMINISTRATOR
                    .request()
                    .body(form)
                    .put("/api/v1/" + things + "/{id}", id)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:shouwang:problem:role-forbidden"));
        }
    }
}

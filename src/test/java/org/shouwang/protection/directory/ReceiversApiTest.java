package org.shouwang.protection.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Awaited;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Sql;

/** Whom a referral may be sent to. */
@QuarkusTest
class ReceiversApiTest {

    private static final UUID EDUCATION = UUID.nameUUIDFromBytes("demo/organisation/EDUCATION".getBytes(UTF_8));

    @Inject
    Receivers receivers;

    @Inject
    DataSource database;

    private UUID entry = new UUID(0, 0);

    @BeforeEach
    void anEntryOfTheTown() throws SQLException {
        entry = Resources.stored(database, "试验站", "PSYCH", Long.parseLong(Accounts.TOWN));
        change("organisation_id = '" + EDUCATION + "', accepts_referral_types = '{PSYCH,REHAB}'");
    }

    @AfterEach
    void noEntry() throws SQLException {
        Resources.remove(database, entry);
    }

    private void change(String facts) throws SQLException {
        Sql.update(database, "update resource set " + facts + " where id = ?", entry);
    }

    private boolean accepts(ReferralType type, String place) {
        return Awaited.result(() -> Panache.withSession(() -> receivers.accepts(EDUCATION, type, AreaCode.of(place))));
    }

    @Test
    void whoServesThePlaceAndTakesTheTypeCanBeAsked() {
        assertThat(accepts(ReferralType.REHAB, Accounts.VILLAGE)).isTrue();
        assertThat(accepts(ReferralType.SHELTER, Accounts.VILLAGE)).isFalse();
        assertThat(accepts(ReferralType.REHAB, "610304107200")).isFalse();
        assertThat(accepts(ReferralType.REHAB, "999999999999")).isFalse();
    }

    @Test
    void whoIsSuspendedCannotBeAsked() throws SQLException {
        change("status = 'SUSPENDED'");

        assertThat(accepts(ReferralType.REHAB, Accounts.VILLAGE)).isFalse();
    }

    @Test
    void afterTheContractNobodyCanBeAsked() throws SQLException {
        change("contract_from = '2020-01-01', contract_to = '" + Demo.today().minusDays(1) + "'");

        assertThat(accepts(ReferralType.REHAB, Accounts.VILLAGE)).isFalse();
    }

    @Test
    void aClosedOrganisationCannotBeAsked() throws SQLException {
        Sql.update(database, "update organisation set status = 'CLOSED' where id = ?", EDUCATION);
        try {
            assertThat(accepts(ReferralType.REHAB, Accounts.VILLAGE)).isFalse();
        } finally {
            Sql.update(database, "update organisation set status = 'ACTIVE' where id = ?", EDUCATION);
        }
    }
}

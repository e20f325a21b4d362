package org.shouwang.protection.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.Sql;

/** A phone finds help without network. */
@QuarkusTest
class ResourceFeedApiTest {

    @Inject
    DataSource database;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void noEntries() throws SQLException {
        Resources.remove(database, made.toArray(UUID[]::new));
    }

    private UUID entry(long... serves) throws SQLException {
        UUID id = Resources.stored(database, "试验站", "PSYCH", serves);
        Sql.update(database, "update resource set contact_person = '试联系人' where id = ?", id);
        made.add(id);
        return id;
    }

    @Test
    void aPhoneHasWhoServesItsVillageUpToTheProvince() throws SQLException {
        UUID village = entry(Long.parseLong(Accounts.VILLAGE));
        UUID town = entry(Long.parseLong(Accounts.TOWN));
        UUID province = entry(610000000000L);
        UUID sibling = entry(Long.parseLong(Accounts.SECOND_VILLAGE));
        UUID otherTown = entry(610304106000L);

        Pulled pulled = Pulled.full(Accounts.DIRECTOR.token());

        assertThat(List.of(village, town, province))
                .allMatch(id -> pulled.data(id).isPresent());
        assertThat(List.of(sibling, otherTown)).allMatch(id -> pulled.of(id).isEmpty());
        assertThat(pulled.data(town).orElseThrow())
                .containsEntry("phone", "0917-0000097")
                .containsEntry("contactPerson", "试联系人")
                .containsEntry("recheckDue", false);
    }

    @Test
    void aCoordinatorHasThoseOfAllVillagesOfTheTown() throws SQLException {
        UUID sibling = entry(Long.parseLong(Accounts.SECOND_VILLAGE));

        assertThat(Pulled.full(Accounts.COORDINATOR.token()).data(sibling)).isPresent();
    }

    @Test
    void whoWorksWithNoFamilyHasNoContactPerson() throws SQLException {
        UUID village = entry(Long.parseLong(Accounts.VILLAGE));

        assertThat(Pulled.full(Accounts.EXECUTIVE.token()).data(village).orElseThrow())
                .doesNotContainKey("contactPerson")
                .containsKey("phone");
    }

    @Test
    void whatChangesComesWithTheNextPullAndWhatEndsIsGone() throws SQLException {
        UUID village = entry(Long.parseLong(Accounts.VILLAGE));
        String token = Accounts.DIRECTOR.token();
        Pulled first = Pulled.full(token);
        Sql.update(database, "update resource set status = 'SUSPENDED' where id = ?", village);

        Pulled next = first.next(token);

        assertThat(next.replaced().get(0)).contains("resource");
        assertThat(next.of(village)).isEmpty();
    }

    @Test
    void theDirectoryIsOneStatement() {
        String token = Accounts.COORDINATOR.token();
        try (SentStatements sent = SentStatements.start()) {
            Accounts.with(token).get("/api/v1/sync/changes").then().statusCode(200);

            assertThat(sent.all())
                    .filteredOn(statement -> statement.sql().contains("near.width"))
                    .hasSize(1);
        }
    }
}

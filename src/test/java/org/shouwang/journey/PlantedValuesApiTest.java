package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Referrals;

/**
 * Field by field: who reads which of the texts that were planted in a family's records, whatever is asked, and who does not.
 * The table was written by hand from the domain reference, not from {@code access.csv}.
 */
@QuarkusTest
class PlantedValuesApiTest {

    private static final long VILLAGE = Long.parseLong(Accounts.VILLAGE);
    private static final long NEXT_VILLAGE = Long.parseLong(Accounts.SECOND_VILLAGE);
    private static final long TOWN = Long.parseLong(Accounts.TOWN);
    private static final long OTHER_TOWN = 610304106000L;
    private static final long COUNTY = 610304000000L;

    @Inject
    DataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    @TestHTTPResource("/api/v1")
    URI api;

    private RoleWorkers workers;
    private Planted planted;
    private @Nullable PlantedWork work;

    @BeforeEach
    void aFamilyAndAWorkerOfEachRole() throws SQLException {
        workers = new RoleWorkers(database, hashes, cipher);
        for (RoleCode role : RoleCode.values()) {
            workers.appoint(role, inside(role), null);
        }
        planted = new Planted();
        Families.Household household = new PlantedFamily(planted).household();
        work = new PlantedWork(
                planted, household, workers.of(RoleCode.WOMENS_EXECUTIVE).appointment());
    }

    /** Also where something could not be planted: who stays stands beside those whom other tests tell. */
    @AfterEach
    void nobodyStays() throws SQLException {
        workers.dismiss();
        Referrals.settle(database);
        if (work != null) {
            work.cancelMove();
        }
    }

    @Test
    void whatWasPlantedIsReadByWhomTheTableNames() throws Exception {
        Map<String, Set<RoleCode>> inside = seen();
        for (RoleCode role : RoleCode.values()) {
            workers.appoint(role, outside(role), null);
        }
        Map<String, Set<RoleCode>> outside = seen();

        assertThat(inside).isEqualTo(byHand("inside"));
        assertThat(outside).isEqualTo(byHand("outside"));
    }

    /** Where a post of this role usually stands, so that the family is in its area. */
    private static long inside(RoleCode role) {
        return switch (role) {
            case CHILDREN_DIRECTOR, WOMENS_CHAIR, WOMENS_EXECUTIVE -> VILLAGE;
            case TOWNSHIP_COORDINATOR, TOWNSHIP_WOMENS_CHAIR -> TOWN;
            case COUNTY_CIVIL_AFFAIRS,
                    COUNTY_WOMENS_FEDERATION,
                    COMMITTEE_OFFICE,
                    STATISTICS_OFFICER,
                    UNIT_LIAISON,
                    AGENCY_OFFICER,
                    PRIVACY_OFFICER,
                    ADMINISTRATOR -> COUNTY;
        };
    }

    private static long outside(RoleCode role) {
        return inside(role) == VILLAGE ? NEXT_VILLAGE : OTHER_TOWN;
    }

    private Map<String, Set<RoleCode>> seen() {
        List<Operations.Operation> operations = Operations.all();
        Map<String, Set<RoleCode>> seen = new TreeMap<>();
        planted.values().keySet().forEach(field -> seen.put(field, new TreeSet<>()));
        for (RoleCode role : RoleCode.values()) {
            new PlantedReader(api, workers.of(role).token(), operations, planted)
                    .seen()
                    .forEach(field -> Objects.requireNonNull(seen.get(field)).add(role));
        }
        return seen;
    }

    private Map<String, Set<RoleCode>> byHand(String where) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/planted-by-hand.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            return rows.stream()
                    .collect(Collectors.toMap(
                            row -> row.getField("value"),
                            row -> roles(row.getField(where)),
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static Set<RoleCode> roles(String cell) {
        return List.of(cell.split(" ", -1)).stream()
                .filter(name -> !name.isEmpty())
                .map(RoleCode::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

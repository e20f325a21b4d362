package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.shouwang.platform.RoleCode;
import org.shouwang.platform.secret.FieldCipher;
import org.shouwang.platform.secret.KeyedHash;
import org.shouwang.staff.RoleWorkers;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Referrals;

/** Every operation × every role × areas of every sort: what comes back is what {@code access.csv} says. */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class RightsMatrixApiTest {

    private static final long TOWN = 610304101000L;
    private static final long COUNTY = 610304000000L;

    @Inject
    DataSource database;

    @Inject
    KeyedHash hashes;

    @Inject
    FieldCipher cipher;

    private RoleWorkers workers;
    private Place own;
    private Place other;
    private Place hosted;
    private final List<String> wrong = new ArrayList<>();

    /** Made once; not before all tests, since only before each is the port of the server known. */
    @BeforeEach
    void aWorkerForEachRoleAndRecordsInThreeVillages() throws Exception {
        wrong.clear();
        if (workers != null) {
            return;
        }
        workers = new RoleWorkers(database, hashes, cipher);
        own = Place.with(Accounts.VILLAGE, Accounts.DIRECTOR, workers);
        other = Place.with("610304106200", Accounts.OTHER_TOWN_DIRECTOR, workers);
        hosted = Place.with("610304102202", Accounts.HOSTED_DIRECTOR, workers);
    }

    @AfterAll
    void nobodyStays() throws Exception {
        if (workers != null) {
            for (Place place : List.of(own, other, hosted)) {
                workers.dismiss(place.newcomer());
            }
            workers.dismiss();
            Referrals.settle(database);
        }
    }

    @Test
    void everyOperationHasItsRow() {
        List<String> known = Stream.concat(
                        MatrixRows.OPEN.stream(), MatrixRows.ALL.stream().map(MatrixRow::operationId))
                .toList();

        assertThat(Operations.all()).extracting(Operations.Operation::id).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void everyRoleGetsWhatTheTableSays() throws Exception {
        workers.appointAll(TOWN);
        for (RoleCode role : RoleCode.values()) {
            ask(role, own, true);
            ask(role, other, false);
        }
        workers.appointAll(COUNTY);
        for (RoleCode role : RoleCode.values()) {
            ask(role, other, true);
            ask(role, hosted, false);
        }
        workers.appoint(RoleCode.ADMINISTRATOR, null, null);
        ask(RoleCode.ADMINISTRATOR, hosted, true);

        assertThat(wrong).isEmpty();
    }

    /** Not taken from the table: each row says which line of the domain reference it follows. */
    @Test
    void theReferencesOwnRowsHold() throws Exception {
        Map<String, Place> places = Map.of(own.village(), own, other.village(), other, hosted.village(), hosted);
        Map<String, RequestSpecification> signedIn = new HashMap<>();
        try (InputStream file = getClass().getResourceAsStream("/rights-by-hand.csv");
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
            for (NamedCsvRecord row : rows) {
                RequestSpecification who = signedIn.computeIfAbsent(
                        row.getField("account"), name -> Accounts.valueOf(name).request());
                Response answer = row(row.getField("operationId"))
                        .call()
                        .by(given().spec(who), Objects.requireNonNull(places.get(row.getField("area"))));
                if (answer.statusCode() != Integer.parseInt(row.getField("status"))) {
                    wrong.add(row.getFields() + " was " + answer.statusCode() + " " + answer.asString());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static MatrixRow row(String operationId) {
        return MatrixRows.ALL.stream()
                .filter(row -> row.operationId().equals(operationId))
                .findFirst()
                .orElseThrow();
    }

    private void ask(RoleCode role, Place at, boolean inside) {
        for (MatrixRow row : MatrixRows.ALL) {
            Response answer = row.call().by(workers.of(role).request(), at);
            Set<Integer> expected = row.expectation().of(new Asker(role, inside));
            String what = row.operationId() + " by " + role + (inside ? " inside" : " outside") + " at " + at.village();
            if (!expected.contains(answer.statusCode())) {
                wrong.add(what + ": " + answer.statusCode() + " and not " + expected + " " + answer.asString());
            } else if (!row.isSilentOutside(answer, at, inside)) {
                wrong.add(what + (inside ? ": does not show the place" : ": shows the place"));
            }
        }
    }
}

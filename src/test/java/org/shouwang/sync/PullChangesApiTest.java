package org.shouwang.sync;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.sync.Phone.Told;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Demo;

@QuarkusTest
class PullChangesApiTest {

    @Inject
    SealedCursors cursors;

    private static final long VILLAGE = Long.parseLong(Accounts.VILLAGE);
    private static final long SECOND_VILLAGE = Long.parseLong(Accounts.SECOND_VILLAGE);

    @Test
    void transactionThatCommitsAfterAPullIsDeliveredByTheNext() throws SQLException {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        Phone phone = new Phone(Accounts.DIRECTOR);
        try (Connection slow = HomeTable.transaction();
                Connection quick = HomeTable.transaction()) {
            HomeTable.insert(slow, late, VILLAGE);
            HomeTable.insert(quick, early, VILLAGE);
            quick.commit();
            assertThat(phone.pull(500)).extracting(Told::id).contains(early).doesNotContain(late);
            slow.commit();
        }

        List<Told> next = phone.pull(500);

        assertThat(next).contains(new Told(late, 0, Accounts.VILLAGE));
    }

    @Test
    void aPostWithoutTheRightToAKindIsNotEvenToldItsIds() throws SQLException {
        UUID home = UUID.randomUUID();
        Phone phone = new Phone(Accounts.EXECUTIVE);
        phone.pull(500);
        try (Connection connection = HomeTable.transaction();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update child set remark = 'changed' where area_code = " + VILLAGE);
            HomeTable.insert(connection, home, VILLAGE);
            connection.commit();
        }

        List<Told> next = phone.pull(500);

        assertThat(next).extracting(Told::id).containsExactly(home);
    }

    @Test
    void longTransactionCostsRedeliveryOnly() throws SQLException {
        UUID own = UUID.randomUUID();
        Phone phone = new Phone(Accounts.DIRECTOR);
        try (Connection slow = HomeTable.transaction();
                Connection quick = HomeTable.transaction()) {
            HomeTable.insert(slow, UUID.randomUUID(), VILLAGE);
            HomeTable.insert(quick, own, VILLAGE);
            quick.commit();

            List<Told> atOnce = phone.pull(500);

            assertThat(atOnce).extracting(Told::id).containsOnlyOnce(own);
            assertThat(phone.pull(500)).extracting(Told::id).containsOnlyOnce(own);
            slow.rollback();
        }
        phone.pull(500);
        assertThat(phone.pull(500)).isEmpty();
    }

    @Test
    void pagesOfOneYieldEverythingExactlyOnce() throws SQLException {
        Phone phone = new Phone(Accounts.COORDINATOR);
        phone.pull(500);
        List<UUID> made = Stream.generate(UUID::randomUUID).limit(6).toList();
        try (Connection connection = HomeTable.transaction()) {
            for (int i = 0; i < made.size(); i++) {
                HomeTable.insert(connection, made.get(i), i % 2 == 0 ? VILLAGE : SECOND_VILLAGE);
                if (i % 3 == 0) {
                    connection.commit();
                }
            }
            connection.commit();
        }

        List<Told> told = phone.pull(1);

        assertThat(told).extracting(Told::id).containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void fullPullInSmallPagesYieldsEverythingExactlyOnce() throws SQLException {
        Phone phone = new Phone(Accounts.DIRECTOR);
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, UUID.randomUUID(), VILLAGE);
            connection.commit();

            List<Told> told = phone.pull(3);

            assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
            assertThat(phone.homes()).isEqualTo(HomeTable.committed(connection, VILLAGE, VILLAGE + 1));
        }
    }

    @Test
    void recordInSeveralScopesComesOnce() throws SQLException {
        UUID id = UUID.randomUUID();
        Phone phone = new Phone(Accounts.COORDINATOR);
        phone.pull(500);
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, id, VILLAGE);
            try (var put = connection.prepareStatement("select feed_put(?, 'home', ?, 0)")) {
                put.setLong(1, SECOND_VILLAGE);
                put.setObject(2, id);
                put.execute();
                connection.commit();
                put.setLong(1, SECOND_VILLAGE + 1);
                put.execute();
            }
            connection.commit();
        }

        List<Told> told = phone.pull(1);

        assertThat(told).containsExactly(new Told(id, 0, Accounts.VILLAGE));
    }

    @Test
    void recordMovedOutOfTheAreaComesAsRemoved() throws SQLException {
        UUID id = UUID.randomUUID();
        Phone director = new Phone(Accounts.DIRECTOR);
        Phone coordinator = new Phone(Accounts.COORDINATOR);
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, id, VILLAGE);
            connection.commit();
            director.pull(500);
            coordinator.pull(500);
            HomeTable.move(connection, id, SECOND_VILLAGE);
            connection.commit();
        }

        List<Told> toldDirector = director.pull(500);
        List<Told> toldCoordinator = coordinator.pull(500);

        assertThat(toldDirector).containsExactly(new Told(id, null, null));
        assertThat(toldCoordinator).containsExactly(new Told(id, 1, Accounts.SECOND_VILLAGE));
    }

    @Test
    void anotherTownsRecordsNeverCome() throws SQLException {
        UUID here = UUID.randomUUID();
        UUID there = UUID.randomUUID();
        Phone phone = new Phone(Accounts.OTHER_TOWN_DIRECTOR);
        try (Connection connection = HomeTable.transaction()) {
            HomeTable.insert(connection, here, VILLAGE);
            HomeTable.insert(connection, there, village(Accounts.OTHER_TOWN_DIRECTOR));
            connection.commit();
            phone.pull(500);
            HomeTable.rename(connection, here);
            HomeTable.rename(connection, there);
            connection.commit();
        }

        List<Told> told = phone.pull(500);

        assertThat(told).extracting(Told::id).contains(there).doesNotContain(here);
        assertThat(phone.homes()).containsKey(there).doesNotContainKey(here);
    }

    @Test
    void postsThatWorkWithoutAPhoneHaveNoFeed() {
        changes(Accounts.COUNTY, "").statusCode(403);
        changes(Accounts.STATISTICS, "?cursor=%2B").statusCode(403);
    }

    @Test
    void cursorThatCannotGoOnIsAnsweredWithResync() {
        Phone phone = new Phone(Accounts.DIRECTOR);
        phone.pull(500);

        changes(Accounts.DIRECTOR, "?cursor=" + phone.cursor()).statusCode(200);
        changes(Accounts.EXECUTIVE, "?cursor=" + phone.cursor())
                .statusCode(410)
                .body("type", equalTo("urn:shouwang:problem:resync-required"))
                .body("resendFrom", nullValue());
        changes(Accounts.DIRECTOR, "?cursor=AAAA").statusCode(410);
    }

    @Test
    void aCursorThatThisServerDidNotGiveOutOpensNothing() {
        Phone phone = new Phone(Accounts.DIRECTOR);
        phone.pull(500);
        FeedCursor own = PullTest.value(cursors.read(phone.cursor()));
        FeedCursor ahead =
                new FeedCursor(own.epoch(), own.scope(), own.from() + (1L << 40), own.reference(), Optional.empty());
        String forged = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(ahead.bytes(), ahead.bytes().length + 16));

        changes(Accounts.DIRECTOR, "?cursor=" + forged).statusCode(410).body("resendFrom", nullValue());

        changes(Accounts.DIRECTOR, "?cursor=" + phone.cursor())
                .statusCode(200)
                .body("epoch", equalTo(own.epoch().number()));
    }

    @Test
    void aDatabaseThatForgotWhatAPhoneHasSeenIsNoticedOnceAndAsksForWhatWasSent() {
        Phone phone = new Phone(Accounts.DIRECTOR);
        phone.pull(500);
        FeedCursor own = PullTest.value(cursors.read(phone.cursor()));
        FeedCursor ahead =
                new FeedCursor(own.epoch(), own.scope(), own.from() + (1L << 40), own.reference(), Optional.empty());

        String resendFrom = changes(Accounts.DIRECTOR, "?cursor=" + cursors.write(ahead))
                .statusCode(410)
                .body("type", equalTo("urn:shouwang:problem:resync-required"))
                .extract()
                .path("resendFrom");
        changes(Accounts.DIRECTOR, "?cursor=" + cursors.write(ahead)).statusCode(410);

        assertThat(Instant.parse(resendFrom))
                .isBetween(Demo.now().minus(31, DAYS), Demo.now().minus(29, DAYS));
        changes(Accounts.DIRECTOR, "?cursor=" + phone.cursor()).statusCode(410).body("resendFrom", notNullValue());
        changes(Accounts.DIRECTOR, "")
                .statusCode(200)
                .body("epoch", equalTo(own.epoch().number() + 1));
    }

    @Test
    void unreadableParametersAreClearProblems() {
        changes(Accounts.DIRECTOR, "?cursor=***").statusCode(400);
        changes(Accounts.DIRECTOR, "?limit=501").statusCode(422);
        changes(Accounts.DIRECTOR, "?limit=0").statusCode(422);
    }

    private static long village(Accounts director) {
        return Long.parseLong(director.request().get("/api/v1/me").path("appointments[0].areaCode"));
    }

    private static ValidatableResponse changes(Accounts who, String query) {
        return who.request().get("/api/v1/sync/changes" + query).then();
    }
}

package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Newcomers;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.Accounts;

/** After a restore every phone pulls from the start and sends again, all at the same moment. */
@QuarkusTest
class HerdApiTest {

    private static final int PHONES = 60;
    private static final long VILLAGE = 610304114200L;

    @Inject
    SealedCursors cursors;

    @Inject
    Newcomers newcomers;

    @TestHTTPResource("/api/v1/")
    URI api;

    @AfterEach
    void nobodyOfThemWorksAnyMore() throws SQLException {
        newcomers.dismiss();
    }

    @Test
    void everyPhoneThatComesBackWhenToldComesThroughAndWhoAsksForChangesDoesNotNotice() throws Exception {
        String slept = cursorBeforeTheRestore();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<HerdPhone> herd = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
            Newcomer director = newcomers.appoint(RoleCode.CHILDREN_DIRECTOR, VILLAGE);
            herd.add(new HerdPhone(client, api, director.token(), slept));
        }
        FullPhone early = new FullPhone(Accounts.DIRECTOR).pull();

        CompletableFuture<Void> allThrough = CompletableFuture.allOf(
                herd.stream().map(HerdPhone::comeThrough).toArray(CompletableFuture[]::new));
        int deltas = 0;
        do {
            early.page(500);
            deltas++;
        } while (!allThrough.isDone());

        assertThat(allThrough).succeedsWithin(Duration.ofMinutes(1));
        assertThat(herd).allMatch(phone -> phone.refusedDeltas() == 0);
        assertThat(herd.stream().mapToInt(HerdPhone::refusedPages).sum()).isPositive();
        assertThat(deltas).isGreaterThan(PHONES / 10);
    }

    private String cursorBeforeTheRestore() throws SQLException {
        FullPhone phone = new FullPhone(Accounts.DIRECTOR).pull();
        FeedCursor before = PullTest.value(cursors.read(phone.cursor()));
        try (Connection connection = HomeTable.transaction()) {
            RestoredEpoch.open(connection);
            connection.commit();
        }
        return cursors.write(
                new FeedCursor(before.epoch(), before.scope(), before.from(), before.reference(), Optional.empty()));
    }
}

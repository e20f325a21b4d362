package org.shouwang.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwang.platform.RoleCode;
import org.shouwang.staff.Newcomers;
import org.shouwang.staff.Newcomers.Newcomer;
import org.shouwang.testsupport.SentStatements;
import org.shouwang.testsupport.SentStatements.Sent;

/** Most pulls bring nothing: what they cost must not grow with the years. */
@QuarkusTest
class EmptyDeltaApiTest {

    private static final Logger LOG = Logger.getLogger(EmptyDeltaApiTest.class);

    /** Who asks is looked up first: the index of what was opened may have one page more, and a step more to it. */
    private static final long OPENED = 2;

    @Inject
    AgroalDataSource database;

    @Inject
    Newcomers newcomers;

    @AfterEach
    void nobodyWorksThereAnyMore() throws SQLException {
        newcomers.dismiss();
    }

    @ParameterizedTest
    @CsvSource({"CHILDREN_DIRECTOR, 610304107200, 1", "TOWNSHIP_COORDINATOR, 610304107000, 18"})
    void readsAsMuchAfterTenYearsAsAfterOne(RoleCode role, long area, int villages) throws SQLException {
        Newcomer worker = newcomers.appoint(role, area);
        FullPhone phone = new FullPhone(worker.request()).pull();

        List<Sent> statements = emptyPull(phone);

        YearsOfHistory one = new YearsOfHistory(worker.id(), scopes(statements), 1);
        YearsOfHistory ten = new YearsOfHistory(worker.id(), scopes(statements), 10);
        List<Long> afterOne = one.buffers(database, statements);
        List<Long> afterTen = ten.buffers(database, statements);
        LOG.infof("pages of an empty pull, by statement and plan: %s after a year, %s after ten", afterOne, afterTen);
        assertThat(scopes(statements)).hasSizeGreaterThan(villages);
        for (int i = 0; i < afterOne.size(); i++) {
            String sql = statements.get(i / YearsOfHistory.PLANS).sql();
            assertThat(afterTen.get(i))
                    .as(sql)
                    .isLessThanOrEqualTo(afterOne.get(i) + (sql.contains("from appointment") ? OPENED : 0));
        }
    }

    /** Who asks, what time it is, where, and what is new: the very statements with their arguments. */
    private static List<Sent> emptyPull(FullPhone phone) {
        try (SentStatements log = SentStatements.start()) {
            assertThat(phone.page(500).getList("changes")).isEmpty();
            return log.all();
        }
    }

    /** What the last of them asks the feed for. */
    private static Object[] scopes(List<Sent> statements) {
        return statements.stream()
                .filter(sent -> sent.sql().contains("from sync_change"))
                .map(sent -> (Object[]) sent.arguments().getValue(0))
                .findFirst()
                .orElseThrow();
    }
}

package org.shouwang.platform.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouwang.platform.database.DatabaseAddress;
import org.shouwang.testsupport.TestDatabase;

/** Migrations of growing tables as CONTRIBUTING.md says that they are written, beside somebody who works. */
@Timeout(60)
class MigratingTest {

    private DatabaseAddress address;

    @BeforeEach
    void aTableThatSomebodyUses() throws SQLException {
        address = TestDatabase.fresh("migrating");
        run("create table growing (id integer)");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.username(), address.password());
    }

    private void run(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private boolean holds(String condition) throws SQLException {
        try (Connection connection = connect();
                Statement one = connection.createStatement();
                ResultSet found = one.executeQuery("select " + condition)) {
            return found.next() && found.getBoolean(1);
        }
    }

    private void migrate(String folder) {
        FluentConfiguration configuration = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.username(), address.password())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:org/shouwang/platform/pool/" + folder);
        new Migrating().customize(configuration);
        configuration.load().migrate();
    }

    @Test
    void anIndexIsBuiltWhileOthersWriteAndOneThatBrokeOffIsBuiltAnew() throws SQLException {
        run("create index growing_id on growing (id)");

        migrate("concurrently");

        assertThat(holds("indisvalid from pg_index where indexrelid = 'growing_id'::regclass"))
                .isTrue();
    }

    @Test
    void whatFailedOutsideATransactionIsRunAgainOnceItsRowIsDeleted() throws SQLException {
        run("alter table growing drop column id");
        assertThatThrownBy(() -> migrate("concurrently")).isInstanceOf(FlywayException.class);
        run("alter table growing add column id integer");
        assertThatThrownBy(() -> migrate("concurrently")).isInstanceOf(FlywayException.class);

        run("delete from flyway_schema_history where not success");
        migrate("concurrently");

        assertThat(holds("indisvalid from pg_index where indexrelid = 'growing_id'::regclass"))
                .isTrue();
    }

    @Test
    void whatCannotHaveTheTableSoonChangesNothingAndIsTriedAgain() throws SQLException {
        try (Connection other = connect();
                Statement read = other.createStatement()) {
            other.setAutoCommit(false);
            read.execute("select * from growing");

            assertThatThrownBy(() -> migrate("waiting")).hasMessageContaining("55P03");
            assertThat(
                            holds(
                                    "exists (select 1 from pg_attribute where attrelid = 'growing'::regclass and attname = 'more')"))
                    .isFalse();
        }
        migrate("waiting");
        assertThat(
                        holds(
                                "exists (select 1 from pg_attribute where attrelid = 'growing'::regclass and attname = 'more')"))
                .isTrue();
    }
}

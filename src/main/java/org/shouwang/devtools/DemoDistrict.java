package org.shouwang.devtools;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.jboss.logging.Logger;
import org.shouwang.area.ImportAreas;

/**
 * Fills an empty database with 陈仓区 (610304) and synthetic people, always the same ones. One transaction: a killed start
 * leaves nothing half-made, the next start makes it again.
 */
@Singleton
@IfBuildProfile(anyOf = {"dev", "test"})
class DemoDistrict {

    static final String PASSWORD = "shouwang-demo";

    private static final Logger LOG = Logger.getLogger(DemoDistrict.class);
    private static final String AREAS = "/demo/areas-610304.csv";
    private static final long SEED = 610304;

    private final AgroalDataSource database;
    private final ImportAreas importAreas;
    private final DemoPeople people;

    DemoDistrict(AgroalDataSource database, ImportAreas importAreas, DemoPeople people) {
        this.database = database;
        this.importAreas = importAreas;
        this.people = people;
    }

    void load(@Observes StartupEvent start) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!isEmpty(connection)) {
                return;
            }
            importAreas();
            connection.setAutoCommit(false);
            people.load(connection, new Random(SEED));
            connection.commit();
        }
        LOG.info("demo district 陈仓区 (610304) loaded");
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select 1 from worker limit 1")) {
            return !rows.next();
        }
    }

    private void importAreas() throws IOException {
        try (InputStream file = Objects.requireNonNull(DemoDistrict.class.getResourceAsStream(AREAS), AREAS)) {
            importAreas.from(file).await().atMost(Duration.ofMinutes(1));
        }
    }
}

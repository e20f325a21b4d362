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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouwang.area.ImportAreas;
import org.shouwang.platform.RoleCode;

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
    private static final int FAMILIES_PER_VILLAGE = 3;

    private final AgroalDataSource database;
    private final ImportAreas importAreas;
    private final DemoPeople people;
    private final DemoFamilies families;
    private final DemoWork work;

    DemoDistrict(
            AgroalDataSource database,
            ImportAreas importAreas,
            DemoPeople people,
            DemoFamilies families,
            DemoWork work) {
        this.database = database;
        this.importAreas = importAreas;
        this.people = people;
        this.families = families;
        this.work = work;
    }

    void load(@Observes StartupEvent start) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!isEmpty(connection)) {
                return;
            }
            importAreas();
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
        }
        LOG.info("demo district 陈仓区 (610304) loaded");
    }

    private void fill(Connection connection) throws SQLException {
        Random random = new Random(SEED);
        List<DemoAccount> everybody = people.load(connection, random);
        List<DemoFamily> made = families(everybody, random);
        DemoAccount coordinator = DemoAccount.FIXED.get(0);
        UUID assigner = coordinator.appointmentId(RoleCode.TOWNSHIP_COORDINATOR);
        families.load(connection, made, coordinator.workerId(), assigner);
        work.load(connection, made, coordinator.workerId(), assigner);
    }

    private static List<DemoFamily> families(List<DemoAccount> everybody, Random random) {
        List<DemoFamily> families = new ArrayList<>();
        for (DemoAccount person : everybody) {
            Long village = person.area();
            if (village != null && person.roles().contains(RoleCode.CHILDREN_DIRECTOR)) {
                UUID director = person.appointmentId(RoleCode.CHILDREN_DIRECTOR);
                for (int i = 0; i < FAMILIES_PER_VILLAGE; i++) {
                    families.add(DemoFamily.of(families.size(), village, director, random));
                }
            }
        }
        return families;
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

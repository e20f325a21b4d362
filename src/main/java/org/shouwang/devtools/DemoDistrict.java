package org.shouwang.devtools;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouwang.area.AreaImport;
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
    private final DemoPeople people;
    private final DemoFamilies families;
    private final DemoWork work;
    private final DemoDirectory directory;
    private final DemoPlans plans;

    DemoDistrict(
            AgroalDataSource database,
            DemoPeople people,
            DemoFamilies families,
            DemoWork work,
            DemoDirectory directory,
            DemoPlans plans) {
        this.database = database;
        this.people = people;
        this.families = families;
        this.work = work;
        this.directory = directory;
        this.plans = plans;
    }

    void load(@Observes StartupEvent start) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            if (!isEmpty(connection)) {
                return;
            }
            connection.setAutoCommit(false);
            importAreas(connection);
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
        directory.load(connection, coordinator.workerId());
        plans.load(connection);
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

    private static void importAreas(Connection connection) throws SQLException, IOException {
        Path copy = Files.createTempFile("demo-areas", ".csv");
        try (InputStream file = Objects.requireNonNull(DemoDistrict.class.getResourceAsStream(AREAS), AREAS)) {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            AreaImport.everywhere(connection, copy);
        } finally {
            Files.delete(copy);
        }
    }
}

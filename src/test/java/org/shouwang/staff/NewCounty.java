package org.shouwang.staff;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Sql;

/**
 * A county of a province that does not exist, for one test: three of the demo's people look after it beside their own posts,
 * and whoever is made there is gone afterwards.
 */
public final class NewCounty {

    public static final long COUNTY = 990105000000L;
    public static final long TOWN = 990105101000L;
    public static final long VILLAGE = 990105101200L;
    public static final long SECOND_VILLAGE = 990105101201L;
    public static final long OTHER_TOWN = 990105102000L;
    public static final long OTHER_VILLAGE = 990105102200L;

    public static final Accounts ADMINISTRATOR = Accounts.EDUCATION_LIAISON;
    public static final Accounts COORDINATOR = Accounts.POLICE_OFFICER;
    public static final Accounts WOMENS_LINE = Accounts.HOSTED_DIRECTOR;

    private static final long END = COUNTY + 1_000_000;

    private final DataSource database;
    private final long lastNumber;

    private NewCounty(DataSource database) throws SQLException {
        this.database = database;
        this.lastNumber = Sql.number(database, "select max(number) from worker");
    }

    public static NewCounty found(DataSource database) throws SQLException {
        NewCounty county = new NewCounty(database);
        county.area(COUNTY, 1_000_000, "COUNTY", null);
        county.area(TOWN, 1_000, "TOWNSHIP", COUNTY);
        county.area(OTHER_TOWN, 1_000, "TOWNSHIP", COUNTY);
        county.area(VILLAGE, 1, "VILLAGE", TOWN);
        county.area(SECOND_VILLAGE, 1, "VILLAGE", TOWN);
        county.area(OTHER_VILLAGE, 1, "VILLAGE", OTHER_TOWN);
        county.appoint(ADMINISTRATOR, "ADMINISTRATOR", COUNTY);
        county.appoint(COORDINATOR, "TOWNSHIP_COORDINATOR", TOWN);
        county.appoint(WOMENS_LINE, "TOWNSHIP_WOMENS_CHAIR", TOWN);
        return county;
    }

    /** Nothing of it is left but its trail. */
    public void dissolve() throws SQLException {
        String made = "(select id from worker where number > ?)";
        Sql.update(database, "delete from activation_code where worker_id in " + made, lastNumber);
        Sql.update(database, "delete from refresh_token where worker_id in " + made, lastNumber);
        Sql.update(database, "delete from appointment where worker_id in " + made, lastNumber);
        Sql.update(database, "delete from appointment where area_code >= ? and area_code < ?", COUNTY, END);
        Sql.update(database, "delete from worker where number > ?", lastNumber);
        Sql.update(
                database,
                "update area set administered_by_organisation_id = null where code >= ? and code < ?",
                COUNTY,
                END);
        Sql.update(database, "delete from organisation where area_code >= ? and area_code < ?", COUNTY, END);
        Sql.update(database, "delete from area where code >= ? and code < ?", COUNTY, END);
    }

    public UUID appoint(Accounts worker, String role, long area) throws SQLException {
        UUID id = UUID.randomUUID();
        Sql.update(
                database,
                "insert into appointment (id, worker_id, role_code, area_code, appointed_on) values (?, ?, ?, ?, '2026-01-04')",
                id,
                workerId(worker),
                role,
                area);
        return id;
    }

    public static UUID workerId(Accounts worker) {
        return UUID.fromString(worker.request().get("/api/v1/me").path("worker.id"));
    }

    public long workersMade() throws SQLException {
        return Sql.number(database, "select count(*) from worker where number > ?", lastNumber);
    }

    public long appointmentsOfThemMade() throws SQLException {
        return Sql.number(
                database,
                "select count(*) from appointment where worker_id in (select id from worker where number > ?)",
                lastNumber);
    }

    private void area(long code, long span, String level, @Nullable Long parent) throws SQLException {
        Sql.update(
                database,
                "insert into area (code, name, level, code_end, parent_code) values (?, '试验', ?, ?, ?)",
                code,
                level,
                code + span,
                parent);
    }
}

package org.shouwang.sync.simulation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.shouwang.testsupport.WorkerTable;

/** Two towns with three villages that no other world has, and who works there. */
final class District {

    /** A province of nobody. */
    private static final long COUNTY = 970101000000L;

    private static final long TOWN_SIZE = 1000;
    private static final int TOWNS_IN_A_COUNTY = 900;
    private static final long COUNTY_SIZE = 1_000_000;
    private static final long FIRST_PHONE = 19800000000L;

    /** One for the JVM: the servers of its tests may share a database. */
    private static final AtomicLong TOWNS = new AtomicLong();

    private static final AtomicLong PHONES = new AtomicLong(FIRST_PHONE);

    private final Host host;
    private final Connection connection;
    private final Wire administrator;
    private final List<Member> members = new ArrayList<>();
    private final List<Village> villages = new ArrayList<>();

    /**
     * Somebody with a post.
     *
     * @param appointment the one that the worker keeps
     */
    record Member(Wire wire, UUID worker, UUID appointment, String role, long area) {}

    District(Host host, Connection connection) throws SQLException {
        this.host = host;
        this.connection = connection;
        long number = TOWNS.getAndAdd(2);
        long county = COUNTY + number / TOWNS_IN_A_COUNTY * COUNTY_SIZE;
        area(county, "COUNTY", null, COUNTY_SIZE);
        this.administrator = appoint("ADMINISTRATOR", county).wire();
        long first = county + (number % TOWNS_IN_A_COUNTY + 1) * TOWN_SIZE;
        Member coordinator = town(county, first);
        Member other = town(county, first + TOWN_SIZE);
        village(first + 200, coordinator);
        village(first + 201, coordinator);
        village(first + TOWN_SIZE + 200, other);
        members.add(appoint("WOMENS_CHAIR", first + 201));
    }

    private Member town(long county, long town) throws SQLException {
        area(town, "TOWNSHIP", county, TOWN_SIZE);
        Member coordinator = appoint("TOWNSHIP_COORDINATOR", town);
        members.add(coordinator);
        return coordinator;
    }

    private void village(long code, Member coordinator) throws SQLException {
        area(code, "VILLAGE", coordinator.area(), 1);
        members.add(appoint("CHILDREN_DIRECTOR", code));
        villages.add(new Village(Long.toString(code), Long.toString(coordinator.area()), coordinator.wire()));
    }

    private void area(long code, String level, @Nullable Long parent, long size) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into area (code, name, level, parent_code, code_end) values (?, ?, ?, ?, ?)
                on conflict (code) do nothing
                """)) {
            insert.setLong(1, code);
            insert.setString(2, level + " " + code);
            insert.setString(3, level);
            insert.setObject(4, parent);
            insert.setLong(5, code + size);
            insert.executeUpdate();
        }
    }

    private Member appoint(String role, long area) throws SQLException {
        String phone = Long.toString(PHONES.getAndIncrement());
        UUID worker = WorkerTable.appoint(connection, host.keys(), phone, role, area);
        return new Member(Wire.of(host, phone, WorkerTable.PASSWORD), worker, worker, role, area);
    }

    /** Who may have a phone: coordinators, directors, and a chair beside a director. */
    List<Member> members() {
        return members;
    }

    List<Village> villages() {
        return villages;
    }

    Village village(String code) {
        return villages.stream()
                .filter(village -> village.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Member director(Village village) {
        return members.stream()
                .filter(member -> member.role().equals("CHILDREN_DIRECTOR")
                        && Long.toString(member.area()).equals(village.code()))
                .findFirst()
                .orElseThrow();
    }

    /** A list of divisions comes in, as it does each year. */
    void isImported(String list) {
        administrator.send("POST", "/api/v1/areas/import", list);
    }
}

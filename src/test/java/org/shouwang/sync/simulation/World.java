package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.shouwang.sync.HomeTable;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Appointments;
import org.shouwang.testsupport.Demo;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

/** Three villages of two towns, their workers with a phone each, and all that happens there in an order given by a seed. */
final class World implements AutoCloseable {

    private static final String THIRD_VILLAGE = "610304106200";
    private static final List<String> VILLAGES = List.of(Accounts.VILLAGE, Accounts.SECOND_VILLAGE, THIRD_VILLAGE);
    private static final List<Accounts> WORKERS =
            List.of(Accounts.DIRECTOR, Accounts.CHAIR_AND_DIRECTOR, Accounts.OTHER_TOWN_DIRECTOR, Accounts.COORDINATOR);
    private static final Map<Accounts, Wire> WIRES = new HashMap<>();

    private final DataSource database;
    private final Random random;
    private final List<SimulatedPhone> phones = new ArrayList<>();
    private final List<UUID> children = new ArrayList<>();
    private final List<UUID> posts = new ArrayList<>();
    private final Connection slow;

    /** Makes a phone for a worker. */
    interface Maker {
        SimulatedPhone make(Wire wire, Duration skew);
    }

    World(long seed, DataSource database, Maker maker) throws SQLException {
        this.database = database;
        this.random = new Random(seed);
        for (Accounts worker : WORKERS) {
            phones.add(maker.make(wire(worker), Duration.ofMinutes(random.nextInt(-500_000, 500_000))));
        }
        for (String village : VILLAGES) {
            Families.Household household = Families.settle(clerk(village), village);
            children.add(Families.register(clerk(village), village, household, "LOW"));
            children.add(Families.register(clerk(village), village, household, "MEDIUM"));
        }
        this.slow = HomeTable.transaction();
    }

    /** Who keeps the files of a village in the background. */
    private static Accounts clerk(String village) {
        return village.equals(THIRD_VILLAGE) ? Accounts.OTHER_TOWN_DIRECTOR : Accounts.COORDINATOR;
    }

    static Wire wire(Accounts worker) {
        return WIRES.computeIfAbsent(worker, who -> new Wire(who.token()));
    }

    List<SimulatedPhone> phones() {
        return phones;
    }

    List<Accounts> workers() {
        return WORKERS;
    }

    /** One thing happens. */
    void step() throws SQLException {
        SimulatedPhone phone = phones.get(random.nextInt(phones.size()));
        int choice = random.nextInt(100);
        if (choice < 14) {
            visits(phone);
        } else if (choice < 22) {
            calls(phone);
        } else if (choice < 32) {
            edits(phone);
        } else if (choice < 55) {
            phone.push(fault(), 1 + random.nextInt(5));
        } else if (choice < 82) {
            phone.page(fault(), 1 + random.nextInt(40));
        } else if (choice < 87) {
            assigns();
        } else if (choice < 91) {
            moves();
        } else if (choice < 97) {
            writesSlowly();
        } else {
            appoints();
        }
    }

    private Fault fault() {
        return random.nextInt(3) > 0 ? Fault.NONE : Fault.values()[random.nextInt(Fault.values().length)];
    }

    private void visits(SimulatedPhone phone) {
        held(phone, child -> {
            Instant now = Demo.now();
            ObjectNode form = Wire.JSON.createObjectNode();
            form.set("householdId", child.get("householdId"));
            form.put("method", "HOME").put("purpose", "ROUTINE").put("outcome", "MET_CHILD");
            form.put("startedAt", phone.clock(now.minusSeconds(random.nextInt(1, 100_000))));
            form.putArray("children")
                    .addObject()
                    .put("childId", child.get("id").asText())
                    .put("met", true);
            phone.does("visit.record", UUID.randomUUID(), now, form);
        });
    }

    private void calls(SimulatedPhone phone) {
        held(phone, child -> {
            Instant now = Demo.now();
            ObjectNode form = Wire.JSON.createObjectNode();
            form.putArray("childIds").add(child.get("id").asText());
            form.put("contactedAt", phone.clock(now)).put("channel", "PHONE").put("counterpart", "CAREGIVER");
            form.put("reached", true).put("needsVisit", false);
            phone.does("contact.log", UUID.randomUUID(), now, form);
        });
    }

    private void edits(SimulatedPhone phone) {
        held(phone, child -> {
            ObjectNode form = Wire.JSON.createObjectNode();
            form.put("baseVersion", child.get("version").asInt());
            ObjectNode change = form.putObject("changes").putObject("hamlet");
            change.set("from", child.path("hamlet"));
            change.put("to", "组" + random.nextInt(4));
            phone.does("child.update", UUID.fromString(child.get("id").asText()), Demo.now(), form);
        });
    }

    /** A child of this world that the phone knows, whether or not it still lives there. */
    private void held(SimulatedPhone phone, java.util.function.Consumer<JsonNode> work) {
        List<JsonNode> known = phone.held("child").stream()
                .filter(child ->
                        children.contains(UUID.fromString(child.get("id").asText())))
                .toList();
        if (!known.isEmpty()) {
            work.accept(known.get(random.nextInt(known.size())));
        }
    }

    /** To the first director, of a child who lives there now, if this one does. */
    private void assigns() throws SQLException {
        UUID child = anyChild();
        if (!home(child).equals(Accounts.VILLAGE)) {
            return;
        }
        ObjectNode task = Wire.JSON.createObjectNode();
        task.put("id", UUID.randomUUID().toString()).put("title", "visit").put("taskType", "VISIT");
        task.put("subjectType", "CHILD").put("subjectId", child.toString());
        task.put("assigneeAppointmentId", phones.get(0).appointmentId());
        task.put("priority", "NORMAL").put("startOn", Demo.today().toString());
        task.put("dueOn", Demo.today().plusDays(5).toString());
        wire(Accounts.COORDINATOR).send("POST", "/api/v1/tasks", task);
    }

    /** To another village, and sometimes back before anybody looks. */
    private void moves() throws SQLException {
        UUID child = anyChild();
        moveTo(child, VILLAGES.get(random.nextInt(VILLAGES.size())));
        if (random.nextBoolean()) {
            moveTo(child, VILLAGES.get(random.nextInt(VILLAGES.size())));
        }
    }

    private void moveTo(UUID child, String village) throws SQLException {
        String home = home(child);
        if (home.equals(village)) {
            return;
        }
        UUID move = UUID.randomUUID();
        ObjectNode form = Wire.JSON.createObjectNode();
        form.putArray("childIds").add(child.toString());
        form.put("wholeHousehold", true).put("reason", "moved");
        form.putObject("to").put("areaCode", village).put("address", "1").put("hamlet", "1");
        wire(clerk(home)).send("PUT", "/api/v1/moves/" + move, form);
        wire(clerk(village))
                .send(
                        "POST",
                        "/api/v1/moves/" + move + "/accept",
                        Wire.JSON.createObjectNode().put("id", UUID.randomUUID().toString()));
    }

    /** A transaction that stays open over several steps: it commits after others that began later. */
    private void writesSlowly() throws SQLException {
        if (random.nextBoolean()) {
            slow.commit();
            return;
        }
        HomeTable.insert(slow, UUID.randomUUID(), Long.parseLong(VILLAGES.get(random.nextInt(VILLAGES.size()))));
    }

    /** The first director gets a post in another town for a while. */
    private void appoints() throws SQLException {
        if (posts.isEmpty()) {
            UUID post = UUID.randomUUID();
            posts.add(post);
            Sql.update(
                    database,
                    "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                            + " values (?, ?, 'CHILDREN_DIRECTOR', ?, date '2026-01-04')",
                    post,
                    phones.get(0).workerId(),
                    Long.valueOf(THIRD_VILLAGE));
        } else {
            endPost();
        }
    }

    private void endPost() throws SQLException {
        for (UUID post : posts) {
            Appointments.end(database, "id = ?", post);
        }
        posts.clear();
    }

    private String home(UUID child) throws SQLException {
        return Long.toString(Sql.number(database, "select area_code from child where id = ?", child));
    }

    private UUID anyChild() {
        return children.get(random.nextInt(children.size()));
    }

    /** The network is back and nobody does anything any more. */
    void heal() throws SQLException {
        slow.commit();
        phones.forEach(SimulatedPhone::heal);
        phones.forEach(SimulatedPhone::heal);
    }

    @Override
    public void close() throws SQLException {
        slow.rollback();
        slow.close();
        endPost();
    }
}

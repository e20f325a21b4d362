package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.sync.HomeTable;
import org.shouwang.sync.simulation.District.Member;

/** What others do meanwhile, with network: coordinators, imports, and transactions that take their time. */
final class TownWork {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final District district;
    private final Population families;
    private final Random random;
    private final Connection connection;
    private final Connection slow;
    private final List<SimulatedPhone> phones;
    private final Supplier<Instant> clock;
    private @Nullable UUID extraPost;

    TownWork(
            District district,
            Population families,
            Random random,
            Connection connection,
            Connection slow,
            List<SimulatedPhone> phones,
            Supplier<Instant> clock) {
        this.district = district;
        this.families = families;
        this.random = random;
        this.connection = connection;
        this.slow = slow;
        this.phones = phones;
        this.clock = clock;
    }

    /** Answers what happened. */
    String happens() throws SQLException {
        int choice = random.nextInt(100);
        if (choice < 30) {
            assigns(families.anyChild());
            return "assignment";
        }
        if (choice < 45) {
            moves(families.anyChild());
            return "move";
        }
        if (choice < 60) {
            edits(families.anyChild());
            return "edit in the town";
        }
        if (choice < 80) {
            writesSlowly();
            return "slow transaction";
        }
        if (choice < 86) {
            thereAndBack();
            return "there and back";
        }
        if (choice < 92) {
            settles();
            return "settlement";
        }
        if (choice < 96) {
            imports();
            return "import";
        }
        appoints();
        return "appointment";
    }

    private void assigns(UUID child) throws SQLException {
        Optional<Village> home = home(child);
        if (home.isEmpty()) {
            return;
        }
        UUID id = UUID.randomUUID();
        LocalDate today = LocalDate.ofInstant(clock.get(), CHINA);
        ObjectNode task = Wire.JSON.createObjectNode();
        task.put("id", id.toString()).put("title", "visit").put("taskType", "VISIT");
        task.put("subjectType", "CHILD").put("subjectId", child.toString());
        task.put(
                "assigneeAppointmentId",
                district.director(home.get()).appointment().toString());
        task.put("priority", "NORMAL")
                .put("startOn", today.toString())
                .put("dueOn", today.plusDays(5).toString());
        home.get().clerk().send("POST", "/api/v1/tasks", task);
        families.addTask(id);
    }

    /** To another village, and sometimes on before anybody looks. */
    private void moves(UUID child) throws SQLException {
        moveTo(child, anyVillage());
        if (random.nextBoolean()) {
            moveTo(child, anyVillage());
        }
    }

    private void moveTo(UUID child, Village village) throws SQLException {
        Optional<Village> home = home(child);
        if (home.isEmpty() || home.get().equals(village)) {
            return;
        }
        String move = "/api/v1/moves/" + UUID.randomUUID();
        ObjectNode form = Wire.JSON.createObjectNode();
        form.putArray("childIds").add(child.toString());
        form.put("wholeHousehold", true).put("reason", "moved");
        form.putObject("to").put("areaCode", village.code()).put("address", "1").put("hamlet", "1");
        home.get().clerk().send("PUT", move, form);
        village.clerk()
                .send(
                        "POST",
                        move + "/accept",
                        Wire.JSON.createObjectNode().put("id", UUID.randomUUID().toString()));
    }

    private void edits(UUID child) throws SQLException {
        Optional<Village> home = home(child);
        if (home.isPresent()) {
            Wire clerk = home.get().clerk();
            clerk.send("GET", "/api/v1/children/" + child, null)
                    .map(answer -> answer.body().path("version").asInt())
                    .ifPresent(version -> clerk.edit(
                            "/api/v1/children/" + child,
                            version,
                            Wire.JSON.createObjectNode().put("hamlet", "组" + random.nextInt(4))));
        }
    }

    /** A transaction that stays open over several steps: it commits after others that began later. */
    private void writesSlowly() throws SQLException {
        if (random.nextBoolean()) {
            slow.commit();
            return;
        }
        HomeTable.insert(slow, UUID.randomUUID(), Long.parseLong(anyVillage().code()));
    }

    private void thereAndBack() throws SQLException {
        UUID home = UUID.randomUUID();
        long from = Long.parseLong(anyVillage().code());
        HomeTable.insert(connection, home, from);
        connection.setAutoCommit(false);
        HomeTable.move(connection, home, Long.parseLong(anyVillage().code()));
        HomeTable.move(connection, home, from);
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The coordinator looks at what was not accepted. */
    private void settles() {
        Village village = anyVillage();
        village.clerk()
                .send("GET", "/api/v1/sync/operations?limit=1&area=" + village.town(), null)
                .map(answer -> answer.body().at("/items/0"))
                .filter(JsonNode::isObject)
                .ifPresent(kept -> village.clerk()
                        .send(
                                "POST",
                                "/api/v1/sync/operations/"
                                        + kept.get("workerId").asText() + "/"
                                        + kept.get("id").asText() + "/dismiss",
                                Wire.JSON.createObjectNode().put("reason", "settled by word")));
    }

    private void imports() {
        Village village = anyVillage();
        district.isImported("code,name,level\n%s,村 %d,VILLAGE\n".formatted(village.code(), random.nextInt(1000)));
    }

    /** Somebody with a phone gets a second post for a while. */
    private void appoints() throws SQLException {
        if (extraPost == null) {
            Member worker = phones.get(random.nextInt(phones.size())).owner();
            extraPost = UUID.randomUUID();
            run(
                    "insert into appointment (id, worker_id, role_code, area_code, appointed_on)"
                            + " values (?, ?, 'CHILDREN_DIRECTOR', ?, date '2026-01-04')",
                    extraPost,
                    worker.worker(),
                    Long.valueOf(anyVillage().code()));
        } else {
            run("update child set responsible_appointment_id = null where responsible_appointment_id = ?", extraPost);
            run(
                    "update task set status = 'CANCELLED' where assignee_appointment_id = ?"
                            + " and status in ('NEW', 'ACCEPTED', 'IN_PROGRESS')",
                    extraPost);
            run("update appointment set status = 'ENDED', ended_on = appointed_on where id = ?", extraPost);
            extraPost = null;
        }
    }

    private Village anyVillage() {
        return district.villages().get(random.nextInt(district.villages().size()));
    }

    /** Where a child lives that the server knows. */
    private Optional<Village> home(UUID child) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select area_code from child where id = ?")) {
            query.setObject(1, child);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(district.village(row.getString(1))) : Optional.empty();
            }
        }
    }

    private void run(String statement, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }
}

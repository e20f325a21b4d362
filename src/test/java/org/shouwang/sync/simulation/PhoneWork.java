package org.shouwang.sync.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** What people do on their phones, from what these hold, with or without network. */
final class PhoneWork {

    private static final int DAY_SECONDS = 100_000;
    private static final String UPDATED_FIELD = "hamlet";

    private final Population families;
    private final Random random;
    private final Supplier<Instant> clock;

    PhoneWork(Population families, Random random, Supplier<Instant> clock) {
        this.families = families;
        this.random = random;
        this.clock = clock;
    }

    /** Answers what was done. */
    String on(SimulatedPhone phone) {
        int choice = random.nextInt(100);
        if (choice < 35) {
            families.childKnownTo(phone).ifPresent(child -> visits(phone, child, household(phone, child)));
            return "visit.record";
        }
        if (choice < 50) {
            families.childKnownTo(phone).ifPresent(child -> calls(phone, child));
            return "contact.log";
        }
        if (choice < 68) {
            families.childKnownTo(phone).ifPresent(child -> edits(phone, "child", child));
            return "child.update";
        }
        if (choice < 78) {
            families.householdKnownTo(phone).ifPresent(household -> edits(phone, "household", household));
            return "household.update";
        }
        if (choice < 88) {
            families.householdKnownTo(phone).ifPresent(household -> registers(phone, household));
            return "child.register";
        }
        families.taskKnownTo(phone).ifPresent(task -> moves(phone, task));
        return "task";
    }

    private static String household(SimulatedPhone phone, UUID child) {
        return phone.held("child", child).orElseThrow().path("householdId").asText();
    }

    private void visits(SimulatedPhone phone, UUID child, String household) {
        Instant now = clock.get();
        ObjectNode form = Wire.JSON.createObjectNode();
        form.put("householdId", household);
        form.put("method", "HOME").put("purpose", "ROUTINE").put("outcome", "MET_CHILD");
        form.put("startedAt", phone.clock(now.minusSeconds(random.nextInt(1, DAY_SECONDS))));
        form.putArray("children").addObject().put("childId", child.toString()).put("met", true);
        phone.does("visit.record", UUID.randomUUID(), now, form);
    }

    private void calls(SimulatedPhone phone, UUID child) {
        Instant now = clock.get();
        ObjectNode form = Wire.JSON.createObjectNode();
        form.putArray("childIds").add(child.toString());
        form.put("contactedAt", phone.clock(now)).put("channel", "PHONE").put("counterpart", "CAREGIVER");
        form.put("reached", true).put("needsVisit", false);
        phone.does("contact.log", UUID.randomUUID(), now, form);
    }

    private void edits(SimulatedPhone phone, String kind, UUID id) {
        JsonNode record = phone.held(kind, id).orElseThrow();
        ObjectNode form = Wire.JSON.createObjectNode();
        form.put("baseVersion", record.get("version").asInt());
        ObjectNode change = form.putObject("changes").putObject(UPDATED_FIELD);
        change.set("from", record.path(UPDATED_FIELD));
        change.put("to", "组" + random.nextInt(4));
        phone.does(kind + ".update", id, clock.get(), form);
    }

    /** A child that the phone finds, and visits at once; one in three with a birthday that lies ahead, which is refused. */
    private void registers(SimulatedPhone phone, UUID household) {
        JsonNode home = phone.held("household", household).orElseThrow();
        UUID child = UUID.randomUUID();
        int year = random.nextInt(3) == 0 ? 2199 : 2015;
        ObjectNode form = Wire.JSON.createObjectNode();
        form.put("fullName", "王小红").put("sexCode", "2").put("birthYear", year);
        form.put("residenceAreaCode", home.get("areaCode").asText()).put("householdId", household.toString());
        phone.does("child.register", child, clock.get(), form);
        visits(phone, child, household.toString());
        families.addChild(child);
    }

    private void moves(SimulatedPhone phone, UUID task) {
        ObjectNode form = Wire.JSON.createObjectNode();
        if (random.nextInt(3) == 0) {
            phone.does("task.return", task, clock.get(), form.put("reason", "away"));
        } else {
            phone.does("task.accept", task, clock.get(), form);
        }
    }
}

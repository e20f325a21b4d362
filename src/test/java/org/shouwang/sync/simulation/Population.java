package org.shouwang.sync.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Families.Household;

/** The families of a world, in the order in which they came, so that a seed always means the same ones. */
final class Population {

    private final Random random;
    private final List<UUID> households = new ArrayList<>();
    private final List<UUID> children = new ArrayList<>();
    private final List<UUID> tasks = new ArrayList<>();

    /** One household with two children in each village. */
    Population(District district, Random random) {
        this.random = random;
        for (Village village : district.villages()) {
            Household household = new Household(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            put(
                    village,
                    "households",
                    household.id(),
                    Families.household(village.code(), household.grandmother(), household.father()));
            households.add(household.id());
            for (String level : List.of("LOW", "MEDIUM")) {
                UUID child = UUID.randomUUID();
                Map<String, Object> form = Families.child(village.code(), household);
                form.put("assessment", Families.assessment(level));
                put(village, "children", child, form);
                children.add(child);
            }
        }
    }

    private static void put(Village village, String collection, UUID id, Map<String, Object> form) {
        Optional<Wire.Answer> answer = village.clerk().send("PUT", "/api/v1/" + collection + "/" + id, form);
        if (answer.isEmpty() || answer.get().status() != 201) {
            throw new IllegalStateException(collection + " was answered " + answer);
        }
    }

    UUID anyChild() {
        return any(children);
    }

    /** A child of this world that the phone knows, whether or not it still lives there. */
    Optional<UUID> childKnownTo(SimulatedPhone phone) {
        return known(phone, "child", children);
    }

    Optional<UUID> householdKnownTo(SimulatedPhone phone) {
        return known(phone, "household", households);
    }

    Optional<UUID> taskKnownTo(SimulatedPhone phone) {
        return known(phone, "task", tasks);
    }

    void addChild(UUID child) {
        children.add(child);
    }

    void addTask(UUID task) {
        tasks.add(task);
    }

    private Optional<UUID> known(SimulatedPhone phone, String kind, List<UUID> all) {
        List<UUID> known =
                all.stream().filter(id -> phone.held(kind, id).isPresent()).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(any(known));
    }

    private UUID any(List<UUID> ids) {
        return ids.get(random.nextInt(ids.size()));
    }
}

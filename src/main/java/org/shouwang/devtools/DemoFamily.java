package org.shouwang.devtools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A synthetic family: a grandmother at home, the parents away at work, one or two children.
 *
 * @param number which family of the district
 */
record DemoFamily(int number, long village, UUID director, String surname, List<DemoChild> children) {

    private static final int CHILDREN_PER_FAMILY = 2;
    private static final List<String> LEVELS =
            List.of("NORMAL", "LOW", "LOW", "MEDIUM", "LOW", "NORMAL", "HIGH", "MEDIUM", "LOW", "NORMAL");
    private static final LocalDate FIRST_BIRTH = LocalDate.of(2012, 1, 3);
    private static final int BIRTH_STEP_DAYS = 4;
    private static final int BIRTHS = 1000;

    record DemoChild(UUID id, String name, boolean girl, LocalDate birthDate, String identityNumber, String level) {}

    static DemoFamily of(int number, long village, UUID director, Random random) {
        String surname = DemoNames.surname(random);
        List<DemoChild> children = new ArrayList<>();
        for (int i = 0; i <= number % CHILDREN_PER_FAMILY; i++) {
            children.add(child(number * CHILDREN_PER_FAMILY + i, surname, random));
        }
        return new DemoFamily(number, village, director, surname, children);
    }

    private static DemoChild child(int number, String surname, Random random) {
        boolean girl = random.nextBoolean();
        LocalDate birth = FIRST_BIRTH.plusDays((long) (number % BIRTHS) * BIRTH_STEP_DAYS);
        int sequence = (number / BIRTHS) * 2 + (girl ? 0 : 1);
        return new DemoChild(
                DemoIds.of("child", number),
                surname + DemoNames.given(girl, random),
                girl,
                birth,
                DemoIdentityNumbers.of(birth, sequence),
                LEVELS.get(number % LEVELS.size()));
    }

    UUID id() {
        return DemoIds.of("household", number);
    }

    UUID grandmother() {
        return DemoIds.of("grandmother", number);
    }

    UUID father() {
        return DemoIds.of("father", number);
    }

    UUID mother() {
        return DemoIds.of("mother", number);
    }
}

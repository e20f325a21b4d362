package org.shouwang.platform.record;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which facts two forms of one kind say otherwise: their names stand in the trail, their values nowhere. */
public final class ChangedFacts {

    private ChangedFacts() {}

    public static <F extends Record> List<String> between(F before, F after) {
        List<String> changed = new ArrayList<>();
        for (RecordComponent fact : before.getClass().getRecordComponents()) {
            if (!Objects.equals(value(fact, before), value(fact, after))) {
                changed.add(fact.getName());
            }
        }
        return changed;
    }

    private static Object value(RecordComponent fact, Record form) {
        try {
            fact.getAccessor().setAccessible(true);
            return fact.getAccessor().invoke(form);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a form of this type cannot be compared: " + form.getClass(), e);
        }
    }
}

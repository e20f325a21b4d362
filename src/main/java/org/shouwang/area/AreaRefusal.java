package org.shouwang.area;

import java.util.List;
import java.util.Optional;
import org.shouwang.platform.AreaCode;

/**
 * A line that was not taken.
 *
 * @param number of the line, as an editor shows it
 * @param rule that it breaks; its sentence stands in the message bundles under {@code rule.<rule>}
 * @param values for the sentence
 */
record AreaRefusal(long number, Optional<AreaCode> code, String rule, List<Object> values) {

    AreaRefusal {
        values = List.copyOf(values);
    }
}

package org.shouwang.monitoring.computed;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.jspecify.annotations.Nullable;

/**
 * An indicator whose source this system is.
 *
 * @param counting null where its records are not kept yet, so that a unit reports it by hand
 */
record ComputedIndicator(String code, @Nullable Counting counting, String textZh, String textEn) {

    /** How it is counted. */
    record Counting(String formula, Kept kept, About about) {}

    static ComputedIndicator of(NamedCsvRecord line) {
        String formula = line.getField("formula");
        return new ComputedIndicator(
                line.getField("code"),
                formula.isEmpty()
                        ? null
                        : new Counting(
                                formula, Kept.valueOf(line.getField("kept")), About.valueOf(line.getField("about"))),
                line.getField("textZh"),
                line.getField("textEn"));
    }
}

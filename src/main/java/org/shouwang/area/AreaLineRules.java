package org.shouwang.area;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;

/** What a line must be to be an area (data dictionary, section 23.2), as far as the line alone shows it. */
final class AreaLineRules {

    private static final int LONGEST_NAME = 100;

    private AreaLineRules() {}

    /** The line as an area, or the rule that it breaks. */
    sealed interface Read {}

    record Good(AreaLine line) implements Read {}

    record Bad(AreaRefusal refusal) implements Read {}

    /**
     * Reads one line.
     *
     * @param fields of the line
     * @param columns where code, name and level stand
     */
    static Read read(long number, List<String> fields, AreaColumns columns) {
        if (fields.size() != columns.count()) {
            return bad(number, Optional.empty(), "area-fields", columns.count());
        }
        Optional<AreaCode> code = AreaCode.parse(fields.get(columns.code()).strip());
        if (code.isEmpty()) {
            return bad(number, code, "area-code");
        }
        Optional<AreaLevel> level = level(fields.get(columns.level()).strip());
        if (level.isEmpty()) {
            return bad(number, code, "area-level");
        }
        if (code.get().value() % level.get().span() != 0) {
            return bad(number, code, "area-code-of-level");
        }
        String name = fields.get(columns.name()).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            return bad(number, code, "area-name", LONGEST_NAME);
        }
        return new Good(new AreaLine(number, code.get(), name, level.get()));
    }

    private static Optional<AreaLevel> level(String text) {
        return Stream.of(AreaLevel.values())
                .filter(level -> level.name().equals(text))
                .findFirst();
    }

    private static Bad bad(long number, Optional<AreaCode> code, String rule, Object... values) {
        return new Bad(new AreaRefusal(number, code, rule, List.of(values)));
    }
}

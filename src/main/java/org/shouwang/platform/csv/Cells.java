package org.shouwang.platform.csv;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells of a spreadsheet as people type them and Excel changes them. */
public final class Cells {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?: 0?0:00(?::00)?)?|(\\d{4})(\\d{2})(\\d{2})");

    /** What Excel makes of a long number in a column that is not marked as text: 1.39E+10. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(?:\\.\\d+)?[eE]\\+?\\d+");

    private Cells() {}

    /** Half-width, without blanks around it and without the apostrophe that marks a text cell. */
    public static String plain(String cell) {
        String text = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        return text.startsWith("'") ? text.substring(1).strip() : text;
    }

    public static boolean isRounded(String cell) {
        return ROUNDED.matcher(plain(cell)).matches();
    }

    /** 2026-01-04, 2026/1/4, 2026.1.4, 2026年1月4日 or 20260104; empty when it is no such day. */
    public static Optional<LocalDate> date(String cell) {
        Matcher parts = DATE.matcher(plain(cell));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = parts.group(1) == null ? 4 : 1;
        try {
            return Optional.of(LocalDate.of(number(parts, first), number(parts, first + 1), number(parts, first + 2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}

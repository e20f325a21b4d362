package org.shouwang.platform.csv;

import java.util.List;
import java.util.Locale;

/** A column of a list, by its English and its Chinese heads. */
public interface SheetColumn {

    /** Its English head, which names it in what is said of a line. */
    String field();

    /** Its Chinese heads, with | between them. */
    String chinese();

    boolean isRequired();

    /** Whether a head is its own, however it is spaced and whether its letters are small or full-width. */
    default boolean isHeaded(String head) {
        String plain = Cells.plain(head).replaceAll("\\s", "");
        return List.of(chinese().split("\\|")).contains(plain)
                || field().toLowerCase(Locale.ROOT).equals(plain.toLowerCase(Locale.ROOT));
    }
}

package org.shouwang.register.name;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Finds names of children in a text that may reach a lock screen. Blanks, width and case do not hide a name. */
public final class NamesInText {

    private NamesInText() {}

    public static boolean anyOf(Collection<String> names, String text) {
        String plain = plain(text);
        return names.stream().map(NamesInText::plain).anyMatch(name -> !name.isEmpty() && plain.contains(name));
    }

    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\s\\p{Cf}·•・‧.]", "")
                .toLowerCase(Locale.ROOT);
    }
}

package org.shouwang.register.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Pinyin as people type it: without tones, whatever the case and the width of its letters. */
public final class Pinyin {

    private static final Pattern LETTERS = Pattern.compile("[a-z]+");
    private static final Pattern UMLAUT = Pattern.compile("u\u0308|u:");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}");
    private static final Pattern TONE = Pattern.compile("(?<=[a-z])[0-5]");
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\s\\p{Cf}'’·•・‧.-]");

    private Pinyin() {}

    /** Tone marks, tone digits and what stands between syllables are dropped; ü is v. */
    public static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String letters = MARKS.matcher(UMLAUT.matcher(withUmlautFirst(apart)).replaceAll("v"))
                .replaceAll("");
        return BETWEEN.matcher(TONE.matcher(letters).replaceAll("")).replaceAll("");
    }

    /** ǚ is u with two marks, in whatever order they were typed. */
    private static String withUmlautFirst(String apart) {
        return apart.replaceAll("u([\\p{Mn}&&[^\u0308]]+)\u0308", "u\u0308$1");
    }

    public static boolean isWritten(String plain) {
        return LETTERS.matcher(plain).matches();
    }

    /** ü is typed v, u, or yu as in a passport. */
    static List<String> spellings(String syllable) {
        return syllable.contains("v")
                ? List.of(syllable, syllable.replace("v", "u"), syllable.replace("v", "yu"))
                : List.of(syllable);
    }
}

package org.shouwang.testsupport.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts that the program says to its users. */
final class Bundles {

    private static final List<ResourceBundle> ALL = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
            .map(locale -> ResourceBundle.getBundle("messages/messages", locale))
            .toList();

    /** The longest first; numbers may stand in them. */
    private static final List<Pattern> PUSHES = ALL.stream()
            .flatMap(bundle -> bundle.keySet().stream()
                    .filter(key -> key.startsWith("push."))
                    .map(bundle::getString))
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Bundles::pattern)
            .toList();

    private Bundles() {}

    static boolean say(String part) {
        return ALL.stream()
                .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                .anyMatch(text -> text.contains(part));
    }

    /** What is left of a push when its texts are taken away. */
    static String withoutPushes(String push) {
        String rest = push;
        for (Pattern text : PUSHES) {
            rest = text.matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(text.split("\\{\\d+}", -1))
                .map(Pattern::quote)
                .reduce((left, right) -> left + "\\d+" + right)
                .orElseThrow());
    }
}

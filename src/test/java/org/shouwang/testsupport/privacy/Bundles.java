package org.shouwang.testsupport.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts that the program says to its users. */
final class Bundles {

    private static final List<ResourceBundle> ALL = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
            .map(locale -> ResourceBundle.getBundle("messages/messages", locale))
            .toList();

    private Bundles() {}

    static boolean say(String part) {
        return ALL.stream()
                .flatMap(bundle -> bundle.keySet().stream().map(bundle::getString))
                .anyMatch(text -> text.contains(part));
    }

    /** What is left of a push when its texts are taken away, the longest first; numbers may stand in them. */
    static String withoutPushes(String push) {
        List<String> texts = ALL.stream()
                .flatMap(bundle -> bundle.keySet().stream()
                        .filter(key -> key.startsWith("push."))
                        .map(bundle::getString))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        String rest = push;
        for (String text : texts) {
            rest = rest.replaceAll(pattern(text), "");
        }
        return rest;
    }

    private static String pattern(String text) {
        return Stream.of(text.split("\\{\\d+}", -1))
                .map(java.util.regex.Pattern::quote)
                .reduce((left, right) -> left + "\\d+" + right)
                .orElseThrow();
    }
}

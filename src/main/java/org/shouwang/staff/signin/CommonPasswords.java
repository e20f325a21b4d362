package org.shouwang.staff.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passwords that are tried first: a short list of long ones, one character again and again, and runs such as 1234567890. */
final class CommonPasswords {

    private static final Set<String> LISTED = listed();

    /** Characters beside each other that are neither the same nor neighbours; a run restarts now and then. */
    private static final int FEWEST_BREAKS = 3;

    private CommonPasswords() {}

    static boolean contain(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return LISTED.contains(plain) || breaks(plain) < FEWEST_BREAKS;
    }

    private static long breaks(String password) {
        return IntStream.range(1, password.length())
                .map(i -> password.charAt(i) - password.charAt(i - 1))
                .filter(step -> Math.abs(step) > 1)
                .count();
    }

    private static Set<String> listed() {
        String file = "/common-passwords.txt";
        try (InputStream lines = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(file), file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(lines, StandardCharsets.UTF_8))) {
            return reader.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}

package org.shouwang.staff.signin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwang.platform.problem.Violation;
import org.shouwang.platform.secret.PhoneNumber;

/**
 * What a new password must be, in the spirit of NIST SP 800-63B 3.1.1.2: long, and none that is tried first. No kinds of
 * characters are asked for, and it never expires.
 */
final class PasswordRules {

    static final int SHORTEST = 10;

    /** Bcrypt leaves out what comes after. */
    static final int MOST_BYTES = 72;

    /** Of a password that holds the name, this much must be something else. */
    private static final int FEWEST_BESIDE_NAME = 4;

    private PasswordRules() {}

    /**
     * Why this cannot be the password; a password has one reason at a time.
     *
     * @param fullName the worker's name, empty while it is not known
     */
    static List<Violation> violations(String field, String typed, PhoneNumber phone, String fullName) {
        String password = Passwords.plain(typed);
        List<Violation> found = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            found.add(Violation.of(field, "password-too-short", SHORTEST));
        } else if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            found.add(Violation.of(field, "password-too-long", MOST_BYTES));
        } else if (password.contains(phone.value())) {
            found.add(Violation.of(field, "password-holds-phone"));
        } else if (isName(password, fullName)) {
            found.add(Violation.of(field, "password-is-name"));
        } else if (CommonPasswords.contain(password)) {
            found.add(Violation.of(field, "password-too-common"));
        }
        return found;
    }

    private static boolean isName(String password, String fullName) {
        String name = letters(fullName);
        String plain = letters(password);
        return !name.isEmpty()
                && plain.contains(name)
                && plain.replace(name, "").length() < FEWEST_BESIDE_NAME;
    }

    private static String letters(String text) {
        return Passwords.plain(text).replaceAll("[\\s·.]", "").toLowerCase(Locale.ROOT);
    }
}

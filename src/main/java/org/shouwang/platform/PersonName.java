package org.shouwang.platform;

import java.util.regex.Pattern;

/** Names of people: 2 to 50 characters, Han or Latin letters, "·" within minority names. */
public final class PersonName {

    private static final Pattern SHAPE = Pattern.compile(
            "[\\p{IsHan}\\p{IsLatin}][\\p{IsHan}\\p{IsLatin}\\p{Mn}· '’.-]{0,48}[\\p{IsHan}\\p{IsLatin}\\p{Mn}.]");

    private PersonName() {}

    public static boolean allows(String name) {
        return SHAPE.matcher(name.strip()).matches();
    }
}

package org.shouwang.notification.gateway;

/**
 * Where one installation of the app is reached. Who holds the value can push to the phone, so it prints as {@code ***}.
 *
 * @param kind what the value is
 * @param value the address, as the phone reported it
 */
public record PushTarget(Kind kind, String value) {

    /**
     * Firebase replaces registration tokens by installation ids; phones with an older app still report tokens. JPush knows
     * tokens only, which it calls registration ids.
     */
    public enum Kind {
        FID,
        TOKEN
    }

    public PushTarget {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A push target needs a value");
        }
    }

    @Override
    public String toString() {
        return "PushTarget[kind=" + kind + ", value=***]";
    }
}

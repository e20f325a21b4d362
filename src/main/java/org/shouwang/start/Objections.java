package org.shouwang.start;

import java.util.List;

/** Why the server cannot start, one line for each reason, before there is a framework that would wrap it in pages. */
final class Objections {

    private Objections() {}

    static List<String> all() {
        List<String> missing = Settings.missing(Settings.REQUIRED);
        if (!missing.isEmpty()) {
            return missing;
        }
        List<String> keys = GivenKeys.objections();
        return keys.isEmpty() ? GivenDatabase.objection().stream().toList() : keys;
    }

    /** Whether this is the packaged product, from which the tools of dev mode are taken away. */
    static boolean isProduct() {
        return Objections.class.getResource("/org/shouwang/devtools/DevBanner.class") == null;
    }
}

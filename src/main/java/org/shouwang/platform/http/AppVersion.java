package org.shouwang.platform.http;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Version of an app on a platform, as semver.org 2.0 orders it, but that all pre-releases of a version are one: they come before it.
 *
 * @param platform in upper case, as devices name it
 */
record AppVersion(String platform, int major, int minor, int patch, boolean preRelease) {

    private static final String VERSION =
            "(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(-[0-9A-Za-z.-]{1,60})?(?:\\+[0-9A-Za-z.-]{1,60})?";
    private static final Pattern HEADER = Pattern.compile("([A-Za-z_]{1,20})/" + VERSION);

    private static final Comparator<AppVersion> ORDER = Comparator.comparingInt(AppVersion::major)
            .thenComparingInt(AppVersion::minor)
            .thenComparingInt(AppVersion::patch)
            .thenComparing(AppVersion::preRelease, Comparator.reverseOrder());

    /** Reads {@code android/1.4.2}; empty for everything else. */
    static Optional<AppVersion> parse(@Nullable String header) {
        Matcher matcher = HEADER.matcher(header == null ? "" : header);
        return matcher.matches()
                ? Optional.of(new AppVersion(
                        matcher.group(1).toUpperCase(Locale.ROOT),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(4)),
                        matcher.group(5) != null))
                : Optional.empty();
    }

    boolean isBefore(AppVersion other) {
        return ORDER.compare(this, other) < 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease ? "-pre" : "");
    }
}

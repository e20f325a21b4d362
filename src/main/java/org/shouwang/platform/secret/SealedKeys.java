package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** The sealed keys, for what runs before there are beans. */
public final class SealedKeys {

    private SealedKeys() {}

    /** As {@link KeyEscrow#sealed()} answers, from the environment and the system properties. */
    public static Optional<byte[]> ofSettings() {
        return new KeyEscrow(ConfigProvider.getConfig()).sealed().map(text -> text.getBytes(UTF_8));
    }
}

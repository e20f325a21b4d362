package org.shouwang.platform.secret;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** All keys of this server, sealed for the safe: whoever restores a backup without them restores no number. */
@Singleton
public class KeyEscrow {

    private static final String PREFIX = "SHOUWANG_KEYS_";
    private static final String BOX = PREFIX + "ESCROW";

    private final Config config;

    KeyEscrow(Config config) {
        this.config = config;
    }

    /**
     * Every setting {@code shouwang.keys.*} as lines for the environment, on one line that only the holder of the private
     * escrow key can open; empty when no escrow key is set.
     *
     * @throws IllegalStateException when the escrow key is none
     */
    public Optional<String> sealed() {
        Map<String, String> keys = keys();
        return Optional.ofNullable(keys.remove(BOX)).map(box -> sealed(keys, box));
    }

    private static String sealed(Map<String, String> keys, String box) {
        String lines = keys.entrySet().stream()
                .map(key -> key.getKey() + '=' + key.getValue())
                .collect(Collectors.joining("\n"));
        try {
            return EscrowBox.seal(lines, box);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(BOX + " is no public key made by new-escrow-key", e);
        }
    }

    /** By their names in the environment, whichever way they were given; a key set loses the blanks between its lines. */
    private Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            String variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
            if (variable.startsWith(PREFIX)) {
                config.getOptionalValue(name, String.class)
                        .map(value -> value.replaceAll("\\s", ""))
                        .ifPresent(value -> keys.put(variable, value));
            }
        }
        return keys;
    }
}

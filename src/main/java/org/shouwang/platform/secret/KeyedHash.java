package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.secret.HashState.Phase;

/** HMAC-SHA-256 by which an encrypted value is found and held unique, without being readable. */
@Singleton
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final Phase phase;
    private final SecretKeySpec key;
    private final @Nullable SecretKeySpec other;

    KeyedHash(KeysConfig keys) {
        if (keys.hashNext().isPresent() && keys.hashPrevious().isPresent()) {
            throw new ConfigurationException("set SHOUWANG_KEYS_HASH_NEXT or SHOUWANG_KEYS_HASH_PREVIOUS, not both");
        }
        Optional<String> second = keys.hashNext().or(keys::hashPrevious);
        if (second.filter(keys.hash()::equals).isPresent()) {
            throw new ConfigurationException("SHOUWANG_KEYS_HASH and its next or previous key are the same");
        }
        this.phase = second.isEmpty() ? Phase.REST : keys.hashNext().isPresent() ? Phase.FILLING : Phase.MOVING;
        this.key = key(keys.hash());
        this.other = second.map(KeyedHash::key).orElse(null);
    }

    private static SecretKeySpec key(String base64) {
        try {
            return new SecretKeySpec(Base64.getUrlDecoder().decode(base64), ALGORITHM);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("a hash key is not 32 bytes in URL-safe Base64");
        }
    }

    /** All hashes of one value. */
    public static final class Hashes {

        private final byte[] hash;
        private final byte @Nullable [] next;
        private final List<byte[]> any;

        private Hashes(byte[] hash, byte @Nullable [] next, List<byte[]> any) {
            this.hash = hash;
            this.next = next;
            this.any = List.copyOf(any);
        }

        /** What the column {@code …_hash} takes. */
        public byte[] hash() {
            return hash;
        }

        /** What the column {@code …_hash_next} takes; it is unique like the first. */
        public byte @Nullable [] next() {
            return next;
        }

        /** What a stored value may stand under: it is found by either column. */
        public List<byte[]> any() {
            return any;
        }
    }

    public Hashes all(PhoneNumber phone) {
        return all("phone", phone.value());
    }

    public Hashes all(IdentityNumber number) {
        return all("identity-number", number.value());
    }

    /** Hashes of the number of a document that is no citizen identity number, in its normal form. */
    public Hashes allOfDocument(String kind, String number) {
        return all("document " + kind, number);
    }

    /** Hashes of a push target, by which one installation is recognised. */
    public Hashes allOfPushTarget(String value) {
        return all("push-target", value);
    }

    Hashes all(String purpose, String value) {
        byte[] first = mac(key, purpose, value);
        if (other == null) {
            return new Hashes(first, null, List.of(first));
        }
        byte[] second = mac(other, purpose, value);
        return new Hashes(first, phase == Phase.FILLING ? second : first, List.of(first, second));
    }

    /** Hash under the key that new values get. Whoever stores or finds a value takes {@link #all(PhoneNumber)}. */
    public byte[] of(PhoneNumber phone) {
        return all(phone).hash();
    }

    public byte[] of(IdentityNumber number) {
        return all(number).hash();
    }

    Phase phase() {
        return phase;
    }

    /** The state as this node is configured. */
    HashState state() {
        List<String> known = all("key-check", "shouwang").any().stream()
                .map(HexFormat.of()::formatHex)
                .toList();
        return switch (phase) {
            case REST -> HashState.rest(known.get(0));
            case FILLING -> HashState.filling(known.get(0), known.get(1));
            case MOVING -> HashState.moving(known.get(1), known.get(0));
        };
    }

    /** Hashes of a one-time code by which a worker is activated, in its plain form. */
    public Hashes allOfActivationCode(String code) {
        return all("activation-code", code);
    }

    /** Hashes of a code that was sent to a phone; under another number they are others. */
    public Hashes allOfLoginCode(PhoneNumber phone, String code) {
        return all("login-code", phone.value() + '/' + code);
    }

    private static byte[] mac(SecretKeySpec key, String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java runtime", e);
        }
    }
}

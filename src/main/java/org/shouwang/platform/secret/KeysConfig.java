package org.shouwang.platform.secret;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * Keys that live outside the database; losing them loses the numbers. In dev mode they are made in the data folder. How they
 * are changed while the server serves stands in docs/keys.md.
 */
@ConfigMapping(prefix = "shouwang.keys")
interface KeysConfig {

    /** 32 bytes in URL-safe Base64: key that chains the seals of the trails. */
    String audit();

    /** Tink key set (JSON, AEAD) for the fields that are encrypted at rest. */
    String encryption();

    /** 32 bytes in Base64: key of the hash by which encrypted values are found. */
    String hash();

    /** The hash key that is being introduced. */
    Optional<String> hashNext();

    /** The hash key that is being left behind. */
    Optional<String> hashPrevious();

    /** 32 bytes in URL-safe Base64: key that signs access tokens, also read by {@code smallrye.jwt.verify.secretkey}. */
    String token();

    /** Public key set by {@code new-escrow-key}, for which all keys are sealed; the private one lies in a safe. */
    Optional<String> escrow();
}

package org.shouwang.platform.secret;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes fresh keys, in the form in which {@code shouwang.keys.*} takes them. */
public final class NewKeys {

    private NewKeys() {}

    public static String encryption() {
        return EncryptionKeys.fresh().json();
    }

    /** 32 random bytes in Base64, for the keyed hash and for the signature of tokens. */
    public static String symmetric() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    }
}

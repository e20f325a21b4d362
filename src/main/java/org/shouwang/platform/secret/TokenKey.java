package org.shouwang.platform.secret;

import io.smallrye.jwt.util.KeyUtils;
import jakarta.inject.Singleton;
import javax.crypto.SecretKey;

/** The key that signs access tokens (HMAC-SHA-256). */
@Singleton
public class TokenKey {

    private final SecretKey key;

    TokenKey(KeysConfig keys) {
        this.key = KeyUtils.createSecretKeyFromEncodedSecret(keys.token());
    }

    public SecretKey signing() {
        return key;
    }
}

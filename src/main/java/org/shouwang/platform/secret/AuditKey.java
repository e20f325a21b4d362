package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that chains the seals of the trails: who can write to the database cannot make a seal. */
@Singleton
public class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    AuditKey(KeysConfig keys) {
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(keys.audit()), ALGORITHM);
    }

    /** HMAC-SHA-256 of a text, as 64 hexadecimal digits. */
    public String sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java runtime", e);
        }
    }
}

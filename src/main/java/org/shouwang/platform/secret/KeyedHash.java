package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 by which an encrypted value is found and held unique, without being readable. */
@Singleton
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(KeysConfig keys) {
        this.key = new SecretKeySpec(Base64.getUrlDecoder().decode(keys.hash()), ALGORITHM);
    }

    public byte[] of(PhoneNumber phone) {
        return hash("phone", phone.value());
    }

    public byte[] of(IdentityNumber number) {
        return hash("identity-number", number.value());
    }

    /** Hash of the number of a document that is no citizen identity number, in its normal form. */
    public byte[] ofDocument(String kind, String number) {
        return hash("document " + kind, number);
    }

    /** Hash of a push target, by which one installation is recognised. */
    public byte[] ofPushTarget(String value) {
        return hash("push-target", value);
    }

    /** Hash of a one-time code by which a worker is activated, in its plain form. */
    public byte[] ofActivationCode(String code) {
        return hash("activation-code", code);
    }

    /** Hash of a code that was sent to a phone; under another number it is another hash. */
    public byte[] ofLoginCode(PhoneNumber phone, String code) {
        return hash("login-code", phone.value() + '/' + code);
    }

    private byte[] hash(String purpose, String value) {
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

package org.shouwang.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Whether a text has the form of a key, told before any bean needs it. */
public final class KeyForm {

    private static final int SYMMETRIC_BYTES = 32;

    private KeyForm() {}

    /** 32 bytes in URL-safe Base64, with or without padding. */
    public static boolean isSymmetric(String text) {
        try {
            return Base64.getUrlDecoder().decode(text).length == SYMMETRIC_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A Tink key set with which fields can be encrypted. */
    public static boolean isEncryption(String text) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(text, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                            .getPrimitive(AeadConfig2026.get(), Aead.class)
                    != null;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

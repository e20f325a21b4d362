package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts single fields (AES-256-GCM). Table, column and id are associated data: a ciphertext copied to another row or
 * column does not open.
 */
@Singleton
public class FieldCipher {

    private final Aead aead;

    FieldCipher(KeysConfig keys) throws GeneralSecurityException {
        this.aead = TinkJsonProtoKeysetFormat.parseKeyset(
                        keys.encryption(), AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    /** Where an encrypted field stands. */
    public record Place(String table, String column, UUID id) {

        private byte[] associatedData() {
            return (table + '.' + column + '/' + id).getBytes(UTF_8);
        }
    }

    public byte[] encrypt(String clear, Place place) {
        try {
            return aead.encrypt(clear.getBytes(UTF_8), place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + place, e);
        }
    }

    /**
     * Opens what {@link #encrypt} closed.
     *
     * @throws IllegalStateException when the ciphertext was not made for this place or with another key
     */
    public String decrypt(byte[] cipher, Place place) {
        try {
            return new String(aead.decrypt(cipher, place.associatedData()), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + place, e);
        }
    }
}

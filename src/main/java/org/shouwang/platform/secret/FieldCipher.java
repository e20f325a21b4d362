package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts single fields (AES-256-GCM). Table, column and id are associated data: a ciphertext copied to another row or
 * column does not open.
 */
@Singleton
public class FieldCipher {

    private final EncryptionKeys keys;
    private final Aead aead;

    FieldCipher(KeysConfig config) {
        this.keys = EncryptionKeys.parse(config.encryption());
        this.aead = keys.aead();
    }

    /** Where an encrypted field stands; {@code row} is the row's id, or its ids with a slash between them. */
    public record Place(String table, String column, String row) {

        public Place(String table, String column, UUID id) {
            this(table, column, id.toString());
        }

        private byte[] associatedData() {
            return (table + '.' + column + '/' + row).getBytes(UTF_8);
        }
    }

    EncryptionKeys keys() {
        return keys;
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
     * @throws SealBroken when the ciphertext was not made for this place or with another key
     */
    public String decrypt(byte[] cipher, Place place) {
        try {
            return new String(aead.decrypt(cipher, place.associatedData()), UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBroken(place, e);
        }
    }
}

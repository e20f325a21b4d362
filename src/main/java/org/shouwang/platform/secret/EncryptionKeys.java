package org.shouwang.platform.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The key set of the encrypted fields, oldest key first. Each ciphertext begins with five bytes that name its key. */
final class EncryptionKeys {

    static final int MARK_BYTES = 5;

    private final KeysetHandle handle;

    private EncryptionKeys(KeysetHandle handle) {
        this.handle = handle;
    }

    /** One key of the set; {@code mark} is what its ciphertexts begin with, in hexadecimal digits. */
    record Key(String id, String mark, boolean primary) {}

    /** Says nothing of the text that is wrong: it may be a key that only lacks a brace. */
    static EncryptionKeys parse(String json) {
        try {
            return new EncryptionKeys(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("SHOUWANG_KEYS_ENCRYPTION is no key set as new-keys and add-key make it");
        }
    }

    static EncryptionKeys fresh() {
        try {
            return new EncryptionKeys(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make an AES-256-GCM key", e);
        }
    }

    Aead aead() {
        try {
            return handle.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("SHOUWANG_KEYS_ENCRYPTION holds a key that is not for AEAD");
        }
    }

    List<Key> keys() {
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(entry -> new Key(
                        Integer.toUnsignedString(entry.getId()),
                        entry.getKey() instanceof AeadKey key
                                ? hex(key.getOutputPrefix().toByteArray())
                                : "",
                        entry.isPrimary()))
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Marks of the keys that stand before the primary. Only their values are encrypted anew: while a key is added, not yet
     * primary, and while nodes change one after the other, no two nodes undo each other's work.
     */
    List<String> olderMarks() {
        return keys().stream()
                .takeWhile(Predicate.not(Key::primary))
                .map(Key::mark)
                .toList();
    }

    /** With a fresh key at the end that opens, but does not close yet. */
    EncryptionKeys withNewKey() {
        return built(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()));
    }

    /** With the newest key as the one that closes. */
    EncryptionKeys withNewestPrimary() {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
        builder.getAt(builder.size() - 1).makePrimary();
        return built(builder);
    }

    /** Without one key; empty when it is not there or closes new values. */
    Optional<EncryptionKeys> without(String id) {
        List<Key> keys = keys();
        return IntStream.range(0, keys.size())
                .filter(i -> keys.get(i).id().equals(id) && !keys.get(i).primary())
                .mapToObj(i -> built(KeysetHandle.newBuilder(handle).deleteAt(i)))
                .findFirst();
    }

    private static EncryptionKeys built(KeysetHandle.Builder builder) {
        try {
            return new EncryptionKeys(
                    builder.setConfiguration(AeadConfig2026.get()).build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key set cannot be changed", e);
        }
    }

    /** As {@code shouwang.keys.encryption} takes it, on one line. */
    String json() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                            handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                    .replaceAll("\\s", "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key set cannot be written", e);
        }
    }
}

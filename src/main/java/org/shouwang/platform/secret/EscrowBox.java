package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.hybrid.PredefinedHybridParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * A box that everybody can close and only the holder of the private key can open (HPKE, X25519). The private key lies in a
 * safe, so that a server can put its keys beside its backups without anybody who has the backup reading them.
 */
public final class EscrowBox {

    /** Begins every sealed text, by which it is found among other lines. */
    static final String MARK = "shouwang-keys-1:";

    private static final byte[] CONTEXT = "shouwang keys in escrow".getBytes(UTF_8);

    private EscrowBox() {}

    /** A fresh private key set, as JSON on one line. */
    public static String newPrivateKey() {
        try {
            KeysetHandle keys = KeysetHandle.generateNew(
                    PredefinedHybridParameters.HPKE_X25519_HKDF_SHA256_AES_128_GCM, HybridConfig2026.get());
            return onOneLine(TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, HybridConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make an X25519 key", e);
        }
    }

    /** The public key set of a private one, as {@code shouwang.keys.escrow} takes it. */
    public static String publicKey(String privateKey) throws GeneralSecurityException {
        return onOneLine(TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                secret(privateKey).getPublicKeysetHandle(), HybridConfig2026.get()));
    }

    static String seal(String clear, String publicKey) throws GeneralSecurityException {
        HybridEncrypt box = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(publicKey, HybridConfig2026.get())
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class);
        return MARK
                + Base64.getUrlEncoder().withoutPadding().encodeToString(box.encrypt(clear.getBytes(UTF_8), CONTEXT));
    }

    /**
     * Opens the last sealed line of a text.
     *
     * @throws GeneralSecurityException when there is none, or it was sealed for another key
     */
    public static String open(String text, String privateKey) throws GeneralSecurityException {
        String sealed = text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(MARK))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new GeneralSecurityException("no line begins with " + MARK));
        try {
            byte[] closed = Base64.getUrlDecoder().decode(sealed.substring(MARK.length()));
            HybridDecrypt box = secret(privateKey).getPrimitive(HybridConfig2026.get(), HybridDecrypt.class);
            return new String(box.decrypt(closed, CONTEXT), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the sealed line is damaged", e);
        }
    }

    private static KeysetHandle secret(String privateKey) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(privateKey, HybridConfig2026.get(), InsecureSecretKeyAccess.get());
    }

    private static String onOneLine(String json) {
        return json.replaceAll("\\s", "");
    }
}

package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;

/**
 * What a phone holds of one kind, summed up as the contract says and written without the server's code for it.
 *
 * @param xor 16 hex digits
 */
public record HeldSum(int count, String xor) {

    private static final int BYTES = 8;

    /** The sum of these versions, by id. */
    public static HeldSum of(Map<UUID, Integer> versions) {
        byte[] xor = new byte[BYTES];
        versions.forEach((id, version) -> {
            byte[] hash = sha256(id + ":" + version);
            for (int i = 0; i < BYTES; i++) {
                xor[i] ^= hash[i];
            }
        });
        return new HeldSum(versions.size(), "%016x".formatted(new BigInteger(1, xor)));
    }

    @Override
    public String toString() {
        return count + " " + xor;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.shouwang.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over rows in their order. A row is the number of its fields, and each field its length in bytes of UTF-8 and those
 * bytes, or the length -1 for null; all numbers are four bytes, the highest first. So no two different rows look alike.
 */
final class RowDigest {

    private static final int NULL = -1;

    private final MessageDigest digest;
    private long rows;

    RowDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java runtime", e);
        }
    }

    void add(List<@Nullable String> fields) {
        number(fields.size());
        for (String field : fields) {
            if (field == null) {
                number(NULL);
            } else {
                byte[] text = field.getBytes(UTF_8);
                number(text.length);
                digest.update(text);
            }
        }
        rows++;
    }

    private void number(int value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    /** Ends the digest; nothing can be added any more. */
    RowSum sum() {
        return new RowSum(rows, HexFormat.of().formatHex(digest.digest()));
    }
}

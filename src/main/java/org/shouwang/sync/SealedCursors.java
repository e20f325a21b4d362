package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;
import org.shouwang.platform.secret.TokenKey;

/**
 * Cursors as phones keep them, sealed: what comes back was given out by this server. A cursor ahead of the database would
 * otherwise be a stranger's word that the database went back in time.
 */
@Singleton
class SealedCursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "feed-cursor\0".getBytes(UTF_8);
    private static final int SEAL_BYTES = 16;

    private final TokenKey key;

    SealedCursors(TokenKey key) {
        this.key = key;
    }

    String write(FeedCursor cursor) {
        byte[] bytes = cursor.bytes();
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + SEAL_BYTES);
        System.arraycopy(seal(bytes), 0, sealed, bytes.length, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** The cursor of a request; empty when it pulls from the start. Refused as {@link #read} says. */
    Result<Optional<FeedCursor>> sent(@Nullable String text) {
        return text == null || text.isEmpty()
                ? Result.ok(Optional.empty())
                : read(text).map(Optional::of);
    }

    /** Whether a request asks for a page of a pull from the start. What is no cursor of ours asks for nothing. */
    boolean isOfFullPull(@Nullable String text) {
        return sent(text) instanceof Result.Ok<Optional<FeedCursor>> ok
                && ok.value().map(FeedCursor::from).orElse(0L) == 0;
    }

    /**
     * Reads a cursor that a phone sent back.
     *
     * @return refused with 400 when the text is no URL-safe Base64, with 410 when it is, but no cursor of ours
     */
    Result<FeedCursor> read(String text) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Result.refused(Problem.MALFORMED_REQUEST);
        }
        if (sealed.length < SEAL_BYTES) {
            return Result.refused(Problem.RESYNC_REQUIRED);
        }
        byte[] bytes = Arrays.copyOf(sealed, sealed.length - SEAL_BYTES);
        byte[] seal = Arrays.copyOfRange(sealed, bytes.length, sealed.length);
        return MessageDigest.isEqual(seal, seal(bytes))
                ? FeedCursor.read(bytes)
                : Result.refused(Problem.RESYNC_REQUIRED);
    }

    private byte[] seal(byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key.signing());
            mac.update(PURPOSE);
            return Arrays.copyOf(mac.doFinal(bytes), SEAL_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing from this Java runtime", e);
        }
    }
}

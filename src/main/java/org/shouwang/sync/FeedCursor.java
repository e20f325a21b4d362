package org.shouwang.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.platform.problem.Problem;
import org.shouwang.platform.problem.Result;

/**
 * What a phone keeps between two calls, opaque to it and sealed by {@link SealedCursors}.
 *
 * @param from position at which the pull began, or begins when there are no pages yet
 * @param reference hash of the reference records that the phone was last sent, 0 when it has none
 * @param pages where a pull under way stands, empty between two pulls
 */
record FeedCursor(Epoch epoch, UUID scope, long from, long reference, Optional<Pages> pages) {

    private static final byte VERSION = 2;
    private static final int START_BYTES = 1 + Integer.BYTES + 6 * Long.BYTES;
    private static final int PAGES_BYTES = 5 * Long.BYTES;

    /** The pinned window of a pull under way, and the last entry that was looked at. */
    record Pages(long horizon, long ceiling, FeedMark after) {}

    /** Reads the bytes of a cursor; refused with 410 when an older release, or nobody, has written them. */
    static Result<FeedCursor> read(byte[] bytes) {
        if (!isWhole(bytes)) {
            return Result.refused(Problem.RESYNC_REQUIRED);
        }
        FeedCursor cursor = read(ByteBuffer.wrap(bytes, 1, bytes.length - 1));
        return cursor.isSound() ? Result.ok(cursor) : Result.refused(Problem.RESYNC_REQUIRED);
    }

    /** Of this version, and neither cut short in its start nor in its pages, of which the last, the kind, ends with the bytes. */
    private static boolean isWhole(byte[] bytes) {
        return (bytes.length == START_BYTES || bytes.length >= START_BYTES + PAGES_BYTES) && bytes[0] == VERSION;
    }

    /** Reads what follows the version. */
    private static FeedCursor read(ByteBuffer bytes) {
        Epoch epoch = new Epoch(bytes.getInt(), uuid(bytes));
        UUID scope = uuid(bytes);
        long from = bytes.getLong();
        long reference = bytes.getLong();
        if (!bytes.hasRemaining()) {
            return new FeedCursor(epoch, scope, from, reference, Optional.empty());
        }
        long horizon = bytes.getLong();
        long ceiling = bytes.getLong();
        long position = bytes.getLong();
        UUID id = uuid(bytes);
        String kind = UTF_8.decode(bytes).toString();
        return new FeedCursor(
                epoch,
                scope,
                from,
                reference,
                Optional.of(new Pages(horizon, ceiling, new FeedMark(position, kind, id))));
    }

    private boolean isSound() {
        return from >= 0
                && pages.map(Pages::after)
                        .filter(mark -> mark.kind().indexOf('\0') >= 0)
                        .isEmpty();
    }

    byte[] bytes() {
        byte[] kind = pages.map(at -> at.after().kind()).orElse("").getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(START_BYTES + (pages.isPresent() ? PAGES_BYTES + kind.length : 0));
        bytes.put(VERSION).putInt(epoch.number());
        put(bytes, epoch.identity());
        put(bytes, scope);
        bytes.putLong(from).putLong(reference);
        pages.ifPresent(at -> {
            bytes.putLong(at.horizon()).putLong(at.ceiling()).putLong(at.after().position());
            put(bytes, at.after().id());
            bytes.put(kind);
        });
        return bytes.array();
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }
}

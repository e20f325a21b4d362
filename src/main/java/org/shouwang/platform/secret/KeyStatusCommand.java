package org.shouwang.platform.secret;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.secret.HashState.Phase;

/** Counts under which key the stored values stand, by which an operator sees when a step of a change of keys is over. */
@Singleton
class KeyStatusCommand implements Command {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final StoredValues stored;
    private final FieldCipher fields;
    private final KeyedHash hashes;
    private final Pool pool;

    KeyStatusCommand(StoredValues stored, FieldCipher fields, KeyedHash hashes, Pool pool) {
        this.stored = stored;
        this.fields = fields;
        this.hashes = hashes;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "key-status";
    }

    @Override
    public String usage() {
        return "- counts the values under each key, and what a change of keys has still to do";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        Phase phase = hashes.phase();
        List<StoredValues.Count> counts = stored.count(pool, phase).await().atMost(PATIENCE);
        List<EncryptionKeys.Key> keys = fields.keys().keys();
        for (EncryptionKeys.Key key : keys) {
            long values = counts.stream()
                    .mapToLong(count -> count.values().getOrDefault(key.mark(), 0L))
                    .sum();
            out.printf("encryption key %s%s: %d values%n", key.id(), key.primary() ? " (primary)" : "", values);
        }
        for (StoredValues.Count count : counts) {
            count.values()
                    .forEach((mark, values) ->
                            out.printf("  %s under %s: %d%n", count.column(), name(keys, mark), values));
            if (count.clear() > 0) {
                out.printf("  %s in the clear: %d%n", count.column(), count.clear());
            }
            if (count.unfinished() > 0) {
                out.printf("  %s without its new hash: %d%n", count.column(), count.unfinished());
            }
        }
        long unfinished =
                counts.stream().mapToLong(StoredValues.Count::unfinished).sum();
        out.printf("hash keys: %s, %s%n", phase, unfinished == 0 ? "complete" : unfinished + " values to go");
        return 0;
    }

    private static String name(List<EncryptionKeys.Key> keys, String mark) {
        return keys.stream()
                .filter(key -> key.mark().equals(mark))
                .map(key -> "key " + key.id())
                .findFirst()
                .orElse("a key that is not in the set");
    }
}

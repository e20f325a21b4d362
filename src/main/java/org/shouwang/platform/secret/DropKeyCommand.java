package org.shouwang.platform.secret;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shouwang.platform.command.Command;

/** Last step of a change of the encryption key: the set without a key under which no value stands any more. */
@Singleton
class DropKeyCommand implements Command {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final FieldCipher fields;
    private final KeyedHash hashes;
    private final StoredValues stored;
    private final KeyCheck check;
    private final Pool pool;

    DropKeyCommand(FieldCipher fields, KeyedHash hashes, StoredValues stored, KeyCheck check, Pool pool) {
        this.fields = fields;
        this.hashes = hashes;
        this.stored = stored;
        this.check = check;
        this.pool = pool;
    }

    @Override
    public String name() {
        return "drop-key";
    }

    @Override
    public String usage() {
        return "<key id> <file> - writes the key set without a key that no value needs";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() != 2) {
            out.println(name() + ' ' + usage());
            return 2;
        }
        Optional<EncryptionKeys> rest = fields.keys().without(arguments.get(0));
        if (rest.isEmpty()) {
            out.println(arguments.get(0) + " is no key of the set, or the primary one");
            return 1;
        }
        long needed = valuesUnder(arguments.get(0));
        if (needed > 0) {
            out.println("key " + arguments.get(0) + " stays: " + needed + " values stand under it");
            return 1;
        }
        check.reseal(pool).await().atMost(PATIENCE);
        return KeySetFile.write(arguments.get(1), rest.get(), out);
    }

    private long valuesUnder(String id) {
        String mark = fields.keys().keys().stream()
                .filter(key -> key.id().equals(id))
                .map(EncryptionKeys.Key::mark)
                .findFirst()
                .orElseThrow();
        return stored.count(pool, hashes.phase()).await().atMost(PATIENCE).stream()
                .mapToLong(count -> count.values().getOrDefault(mark, 0L))
                .sum();
    }
}

package org.shouwang.platform.secret;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;

/** One server's keys at work on a database of the test. */
record Node(FieldCipher fields, KeyedHash hashes, StoredValues stored, ResealColumns job, KeyCheck check, Pool pool) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Node with(Keys keys, List<SealedColumns> rooms, Pool pool) {
        FieldCipher fields = new FieldCipher(keys);
        KeyedHash hashes = new KeyedHash(keys);
        StoredValues stored = new StoredValues(rooms, fields);
        KeyEscrow escrow = new KeyEscrow(new SmallRyeConfigBuilder().build());
        return new Node(
                fields,
                hashes,
                stored,
                new ResealColumns(rooms, fields, hashes, pool),
                new KeyCheck(fields, hashes, escrow, stored, pool),
                pool);
    }

    /** What a server does at its start with its keys. */
    Node start() {
        check.check().await().atMost(PATIENCE);
        return this;
    }

    int reseal() {
        return job.runOnce().await().atMost(PATIENCE);
    }

    long unfinished() {
        return stored.unfinished(pool, hashes.phase()).await().atMost(PATIENCE);
    }

    List<String> closed() {
        return stored.closed(pool).await().atMost(PATIENCE);
    }
}

package org.shouwang.platform.secret;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.shouwang.platform.secret.FieldCipher.Place;
import org.shouwang.platform.secret.HashState.Phase;

/**
 * Keeps a server with wrong or mixed keys from starting, before it writes the first value that nobody can read or find. The
 * first start notes what its keys make of a known text; a start that takes the next step of a change of keys notes that.
 */
@Singleton
class KeyCheck {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String KNOWN = "shouwang";
    private static final Place PLACE = new Place("key_check", "cipher", "only");

    private static final String ONE_AT_A_TIME =
            "select pg_advisory_xact_lock(hashtextextended('org.shouwang.platform.secret.KeyCheck', 0))";
    private static final String NOTED = "select cipher, hash, next, phase from key_check";
    private static final String NOTE_FIRST =
            "insert into key_check (hash, next, phase, cipher) values ($1, $2, $3, $4)";
    private static final String NOTE_STEP = "update key_check set hash = $1, next = $2, phase = $3";
    private static final String NOTE_CIPHER = "update key_check set cipher = $1";

    private final FieldCipher fields;
    private final KeyedHash hashes;
    private final KeyEscrow escrow;
    private final StoredValues stored;
    private final Pool pool;

    KeyCheck(FieldCipher fields, KeyedHash hashes, KeyEscrow escrow, StoredValues stored, Pool pool) {
        this.fields = fields;
        this.hashes = hashes;
        this.escrow = escrow;
        this.stored = stored;
        this.pool = pool;
    }

    void atStart(@Observes @Priority(0) StartupEvent start) {
        check().await().atMost(PATIENCE);
    }

    /** Fails with a {@link ConfigurationException} of one line when the keys do not fit. */
    Uni<Void> check() {
        escrow.sealed();
        return pool.withTransaction(transaction -> transaction
                .query(ONE_AT_A_TIME)
                .execute()
                .chain(() -> transaction.query(NOTED).execute())
                .chain(rows -> rows.size() == 0
                        ? firstStart(transaction)
                        : judge(transaction, rows.iterator().next())));
    }

    /** A database of an earlier release has values already. */
    private Uni<Void> firstStart(SqlClient transaction) {
        return stored.closed(transaction)
                .chain(closed -> closed.isEmpty() ? noteFirst(transaction) : refuse(noKeyFor(closed.toString())));
    }

    private Uni<Void> judge(SqlClient transaction, Row noted) {
        if (!opens(noted.getBuffer("cipher").getBytes())) {
            return refuse(noKeyFor("the values of this database"));
        }
        HashState state = new HashState(
                Phase.valueOf(noted.getString("phase")), noted.getString("hash"), noted.getString("next"));
        return switch (state.judge(hashes.state())) {
            case FITS -> Uni.createFrom().voidItem();
            case BEGINS ->
                stored.unfinished(transaction, state.phase())
                        .chain(unfinished -> unfinished == 0
                                ? execute(transaction, NOTE_STEP, hashState())
                                : refuse(unfinished
                                        + " hashes have not come along: start with the hash keys of before, and go on"
                                        + " when key-status counts none"));
            case REFUSED ->
                refuse("the hash keys are not those of this database, or a step of their change was left out; it"
                        + " stands at " + state.phase());
        };
    }

    private boolean opens(byte[] cipher) {
        try {
            return fields.decrypt(cipher, PLACE).equals(KNOWN);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String noKeyFor(String what) {
        return "SHOUWANG_KEYS_ENCRYPTION holds no key for " + what;
    }

    private static Uni<Void> refuse(String reason) {
        return Uni.createFrom().failure(new ConfigurationException("The keys do not fit the database: " + reason));
    }

    private Uni<Void> noteFirst(SqlClient client) {
        return execute(client, NOTE_FIRST, hashState().addValue(known()));
    }

    /** Brings the known text under the primary key, so that an older one is not needed for it. */
    Uni<Void> reseal(SqlClient client) {
        return execute(client, NOTE_CIPHER, Tuple.tuple().addValue(known()));
    }

    private static Uni<Void> execute(SqlClient client, String sql, Tuple row) {
        return client.preparedQuery(sql).execute(row).replaceWithVoid();
    }

    private Buffer known() {
        return Buffer.buffer(fields.encrypt(KNOWN, PLACE));
    }

    private Tuple hashState() {
        HashState state = hashes.state();
        return Tuple.tuple()
                .addString(state.hash())
                .addString(state.next())
                .addString(state.phase().name());
    }
}

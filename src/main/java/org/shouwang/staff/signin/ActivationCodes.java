package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.secret.KeyedHash;

/**
 * One-time codes by which workers set their password. They are stored as a keyed hash, not with bcrypt: an import makes
 * thousands of them, and what a thief of the database lacks is the key. Whoever changes the hash key issues open codes anew.
 */
@Singleton
public class ActivationCodes {

    private static final String ISSUE = """
            insert into activation_code (worker_id, code_hash, issued_at, expires_at)
            select n.worker_id, decode(n.code_hash, 'hex'), $3, $4
            from unnest($1::uuid[], $2::text[]) as n(worker_id, code_hash)
            on conflict (worker_id) do update
                set code_hash = excluded.code_hash, issued_at = excluded.issued_at, expires_at = excluded.expires_at,
                    failures = 0
            """;

    private final KeyedHash hash;
    private final ActivationConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ActivationCodes(KeyedHash hash, ActivationConfig config, Clock clock) {
        this.hash = hash;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A fresh code for each of these workers, in their order, in the transaction of {@code tx}. Older codes of theirs are
     * dead. The answer is the only place where the codes can be read.
     *
     * @return the code of each worker as it is shown, such as {@code K7PM-4XQD}
     */
    public Uni<Map<UUID, String>> issue(SqlClient tx, Collection<UUID> workerIds) {
        Map<UUID, String> codes = new LinkedHashMap<>();
        workerIds.forEach(worker -> codes.put(worker, OneTimeCode.next(random)));
        Instant now = clock.instant();
        Tuple rows = Tuple.of(
                codes.keySet().toArray(UUID[]::new),
                codes.values().stream().map(this::hex).toArray(String[]::new),
                utc(now),
                utc(now.plus(config.validFor())));
        return tx.preparedQuery(ISSUE).execute(rows).replaceWith(codes);
    }

    private String hex(String code) {
        return HexFormat.of().formatHex(hash.ofActivationCode(OneTimeCode.plain(code)));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

package org.shouwang.staff.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ends sessions because of what happened to a phone or to a worker. */
@Singleton
public class SessionEnd {

    private final RefreshTokenRows tokens;

    SessionEnd(RefreshTokenRows tokens) {
        this.tokens = tokens;
    }

    /**
     * Ends the worker's sessions that name no phone, in the transaction of {@code tx}: one of them may be on the phone that
     * was lost. Those that name it are known by its mark, and told to wipe.
     */
    public Uni<Void> ofUnknownPhones(SqlClient tx, UUID workerId) {
        return tokens.deleteWithoutDevice(tx, workerId);
    }

    /** Ends all sessions of the worker, whose row {@code tx} holds. */
    public Uni<Void> ofWorker(SqlClient tx, UUID workerId) {
        return tokens.deleteOfWorker(tx, workerId, null);
    }
}

package org.shouwang.platform;

import io.vertx.pgclient.PgException;

/** What of a failure may stand in the log of every day: its own words may quote a row's contents, or the address of a phone. */
public final class FailureKind {

    private FailureKind() {}

    /** SQLSTATE of what the database refused, else the class. */
    public static String of(Throwable failure) {
        return failure instanceof PgException refused
                ? "SQLSTATE " + refused.getSqlState()
                : failure.getClass().getName();
    }
}

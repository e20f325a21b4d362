package org.shouwang.platform;

import io.vertx.pgclient.PgException;

/** What of a failure may stand in the log of every day: its own words may hold a row's contents. */
public final class FailureKind {

    private FailureKind() {}

    /** SQLSTATE of what the database refused, else the class. */
    public static String of(Throwable failure) {
        return failure instanceof PgException refused
                ? "SQLSTATE " + refused.getSqlState()
                : failure.getClass().getName();
    }
}

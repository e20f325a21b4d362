package org.shouwang.platform.database;

/** The embedded database cannot be started; the message says in one or a few lines why, and what to do. */
public class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseStartException(String message) {
        super(message);
    }

    DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}

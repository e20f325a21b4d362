package org.shouwang.platform.backup;

/** A backup or restore cannot be done, or did not end well; the message is one line for the operator. */
public class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupException(String message) {
        super(message);
    }

    BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}

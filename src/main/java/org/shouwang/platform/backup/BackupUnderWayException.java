package org.shouwang.platform.backup;

/** Somebody else makes or restores a backup of the database at this moment. */
class BackupUnderWayException extends BackupException {

    private static final long serialVersionUID = 1L;

    BackupUnderWayException(Throwable cause) {
        super("Another backup or restore of this database is under way.", cause);
    }
}

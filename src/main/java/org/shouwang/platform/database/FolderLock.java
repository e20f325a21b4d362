package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** Lets one thread of one JVM at a time work on a database folder. */
final class FolderLock {

    /** Work that holds the lock. */
    interface Work<T> {
        T run() throws IOException, SQLException, InterruptedException;
    }

    private FolderLock() {}

    /**
     * Threads wait on an interned string, which all class loaders of a JVM share; a lock file alone would be refused to
     * the second thread, and lost to the first when the second closes the file.
     */
    static <T> T alone(DatabaseFolder folder, Work<T> work) {
        synchronized (name(folder).intern()) {
            try (FileChannel channel = FileChannel.open(
                            folder.path().resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock file start.lock cannot be locked");
                }
                return work.run();
            } catch (IOException | SQLException e) {
                throw new DatabaseStartException(
                        "The embedded database in " + folder.path() + " failed: " + e.getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DatabaseStartException("Interrupted while starting the database in " + folder.path(), e);
            }
        }
    }

    /** The folder's name among the names of this JVM. */
    static String name(DatabaseFolder folder) {
        return "shouwang.database.used:" + folder.path();
    }
}

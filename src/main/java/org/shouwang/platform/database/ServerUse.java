package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which JVMs use a folder's server: each holds a shared lock on one file, which the system drops when the JVM dies.
 *
 * <p>A system property marks that this JVM holds it, for the class loaders that come after the first. The file is opened
 * once in a JVM, because closing it anywhere gives up the lock everywhere.
 */
final class ServerUse {

    private static final Map<DatabaseFolder, FileChannel> HELD = new ConcurrentHashMap<>();

    private ServerUse() {}

    /** True the first time in this JVM. */
    static boolean begin(DatabaseFolder folder) throws IOException {
        if (isMarked(folder)) {
            return false;
        }
        FileChannel channel = open(folder);
        lock(channel, true);
        HELD.put(folder, channel);
        System.setProperty(FolderLock.name(folder), "true");
        return true;
    }

    /** Ends this JVM's use. True when nobody uses the server any more, so that it may be stopped. */
    static boolean endedByAll(DatabaseFolder folder) throws IOException {
        FileChannel held = HELD.remove(folder);
        if (held == null && isMarked(folder)) {
            return false;
        }
        System.clearProperty(FolderLock.name(folder));
        if (held != null) {
            held.close();
        }
        try (FileChannel channel = open(folder)) {
            return lock(channel, false);
        }
    }

    private static boolean isMarked(DatabaseFolder folder) {
        return System.getProperty(FolderLock.name(folder)) != null;
    }

    private static FileChannel open(DatabaseFolder folder) throws IOException {
        return FileChannel.open(
                folder.path().resolve("in-use.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }

    private static boolean lock(FileChannel channel, boolean shared) throws IOException {
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
        return lock != null;
    }
}

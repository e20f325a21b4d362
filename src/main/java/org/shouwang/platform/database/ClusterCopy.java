package org.shouwang.platform.database;

import java.nio.file.Path;

/** Carries all data from a running database of an older major version into an empty one of this program's. */
public interface ClusterCopy {

    /** Nothing that could do it: data of an older major version is refused. */
    ClusterCopy NONE = (from, to, scratch) -> {
        throw new DatabaseStartException("Nothing here can copy the data of an older PostgreSQL.");
    };

    /**
     * Copies and compares; throws when anything did not arrive.
     *
     * @param scratch a folder that is deleted afterwards
     */
    void run(DatabaseAddress from, DatabaseAddress to, Path scratch);
}

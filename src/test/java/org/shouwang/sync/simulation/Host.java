package org.shouwang.sync.simulation;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.shouwang.testsupport.WorkerTable;

/** The server that a world lives on. */
public interface Host {

    URI address();

    /** A new connection to its database. */
    Connection connect() throws SQLException;

    WorkerTable.Keys keys();

    /** Its present. */
    Instant now();

    /** Whether background jobs run by themselves, and so plan what follows each visit. */
    default boolean plans() {
        return false;
    }

    /** One whose process can be killed. */
    interface Mortal extends Host {

        void kill();

        /** Starts it again after it was killed. */
        void start();
    }
}

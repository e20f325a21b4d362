/**
 * The embedded PostgreSQL that the server runs on where no other database is configured: in a fixed folder, durably.
 *
 * <p>Plain Java; it uses nothing of this project and nothing of the application framework, because it runs before both.
 * The server is a separate process that outlives a killed JVM; the next start finds it, checks it and uses it. All calls
 * block and may take seconds: call them from {@code main} or from a test's set-up, never from an event loop. Every call
 * on one folder is serialised, among threads, class loaders and JVMs alike.
 */
@NullMarked
package org.shouwang.platform.database;

import org.jspecify.annotations.NullMarked;

/**
 * Backup and restore of everything that the server keeps: the rows of every table, the folder of files and the sealed keys,
 * in one zip file with a manifest. The embedded PostgreSQL brings no pg_dump, and others' are too old for it; so rows travel
 * through COPY in text, which any PostgreSQL from 15 on writes and reads alike.
 *
 * <p>Plain Java on JDBC, because most of it runs before the application framework does; only the daily job and its health are
 * beans. All calls block for as long as the data is large, in bounded memory: main thread or worker threads only.
 */
@NullMarked
package org.shouwang.platform.backup;

import org.jspecify.annotations.NullMarked;

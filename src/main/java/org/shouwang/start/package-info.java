/**
 * The program's first steps, before Quarkus runs: in dev mode a database and keys in the data folder, in production a clear
 * line for everything that is missing. Plain Java on the main thread; nothing else uses it.
 */
@NullMarked
package org.shouwang.start;

import org.jspecify.annotations.NullMarked;

/**
 * What every record made by a client has in common: an id that the client makes, the hash of the first request under that
 * id, where it was made and where it belongs now, who wrote it last, and its version.
 */
@NullMarked
package org.shouwang.platform.record;

import org.jspecify.annotations.NullMarked;

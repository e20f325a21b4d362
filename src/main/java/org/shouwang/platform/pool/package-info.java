/**
 * The limits of the connection pool: nobody waits for ever, and a queue that is too long is refused at once, so that overload
 * is answered as 503 instead of being suffered.
 */
@NullMarked
package org.shouwang.platform.pool;

import org.jspecify.annotations.NullMarked;

/**
 * The limits of the connection pool: nobody waits for ever, and a queue that is too long is refused at once, so that overload
 * is answered as 503 instead of being suffered. {@link
 * org.shouwang.platform.pool.Places} bounds what is dear before it begins. Migrations wait no longer than requests do.
 */
@NullMarked
package org.shouwang.platform.pool;

import org.jspecify.annotations.NullMarked;

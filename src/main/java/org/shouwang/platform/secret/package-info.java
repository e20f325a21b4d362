/**
 * What must not be read by whoever holds the database: identity numbers, phones and addresses, encrypted with Tink and found
 * by a keyed hash. Both keys live outside the database. The values check themselves when made and print as {@code ***}.
 * Calls are short and may run on an event loop.
 */
@NullMarked
package org.shouwang.platform.secret;

import org.jspecify.annotations.NullMarked;

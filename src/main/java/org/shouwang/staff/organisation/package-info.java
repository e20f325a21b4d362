/**
 * Organisations in which posts are held: recorded, found, changed and closed, and taken along when their village moves.
 *
 * <p>Uses {@code area} and {@code platform}, and nothing else of {@code staff}. Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.staff.organisation;

import org.jspecify.annotations.NullMarked;

/**
 * What an app asks before it signs in: which server this is, what it can do, and within which limits. Rooms name their own limits
 * by a {@link org.shouwang.platform.KnownLimits}; {@code mobile-contract/limits.json} is written of the same beans.
 */
@NullMarked
package org.shouwang.platform.meta;

import org.jspecify.annotations.NullMarked;

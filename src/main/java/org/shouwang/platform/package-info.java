/**
 * The ground floor: what every feature needs and none owns.
 *
 * <p>Values that every room speaks in ({@link org.shouwang.platform.AreaCode}, {@link org.shouwang.platform.Caller}), the
 * ports that higher rooms implement ({@link org.shouwang.platform.Authority}), time and ids. It uses no other room. Values
 * are immutable and may cross threads freely.
 */
@NullMarked
package org.shouwang.platform;

import org.jspecify.annotations.NullMarked;

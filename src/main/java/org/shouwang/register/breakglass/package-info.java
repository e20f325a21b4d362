/**
 * Break-glass: a worker opens one child's file outside the own area for some hours, says why, and the privacy officers are told at
 * once (未成年人网络保护条例 art. 36). The grant itself stands in {@link org.shouwang.staff.grant}, where it is reviewed and ended.
 *
 * <p>Of the files it asks only where a child lives. Who is to be told is read on the reactive pool before the transaction opens its
 * session.
 */
@NullMarked
package org.shouwang.register.breakglass;

import org.jspecify.annotations.NullMarked;

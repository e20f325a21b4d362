/**
 * Break-glass: grants by which one child's file is read outside the own area for some hours (未成年人网络保护条例 art. 36: access
 * is approved by an authorised manager and recorded). They are given by the register, read with the caller's posts, and
 * reviewed and ended here by the privacy officer. Runs on the caller's session or, for the review, on the reactive pool.
 */
@NullMarked
package org.shouwang.staff.grant;

import org.jspecify.annotations.NullMarked;

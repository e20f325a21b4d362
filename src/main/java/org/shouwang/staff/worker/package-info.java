/**
 * Workers as people who are appointed: whoever may gives posts by a list (花名册), corrects a name or a phone, and hands out the code of
 * the first sign-in. {@code Appointing} is the one pure rule for which post stands where, who may give it and whose data one may edit.
 * A list is read by {@code RosterFile}, decided by {@code RosterPlanner}, written by {@code RosterWriter}, in one transaction.
 *
 * <p>Uses {@code staff}, {@code staff.organisation} and {@code staff.signin}, whose codes and sessions end in the same transaction.
 * Lists are read on worker threads, all else runs on the reactive pool.
 */
@NullMarked
package org.shouwang.staff.worker;

import org.jspecify.annotations.NullMarked;

/**
 * After how long a worker who has opened nothing is sent an SMS and called, and what a county spends on messages: decided by area,
 * in force at once, kept for ever. Of the areas above a place the nearest that has decided counts; the bounds of
 * {@link org.shouwang.notification.reach.ReachForm} are such that nobody silences what is urgent. Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.notification.reach;

import org.jspecify.annotations.NullMarked;

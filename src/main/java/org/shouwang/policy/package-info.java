/**
 * What the county's rules ask for, as data: the default follow-up matrix (随访标准) of {@code follow-up-policy.csv}.
 *
 * <p>It uses no other room, so it knows risk levels by their names only. Values are read once at the start, are immutable
 * and may be used on any thread.
 */
@NullMarked
package org.shouwang.policy;

import org.jspecify.annotations.NullMarked;

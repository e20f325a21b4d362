/**
 * What the rules ask for, as data by area: the follow-up matrix (随访标准) in versions, {@code follow-up-policy.csv} where nobody has
 * decided, and the working days of the State Council's holiday notices.
 *
 * <p>It knows risk levels and categories by their names only. Every node keeps all of it in memory as one immutable {@code Rulebook},
 * and so answers on any thread without waiting; the book is read again, on the reactive pool, when the stamp in the database has
 * grown. Writing runs on the reactive pool.
 */
@NullMarked
package org.shouwang.policy;

import org.jspecify.annotations.NullMarked;

/**
 * Visits: what a director or a chair found at a family's home, with one set of answers for every child.
 *
 * <p>Uses {@code register} for who belongs where and for nothing else of it, and {@code notification} to tell of a return and
 * of a family that is never at home. Higher rooms hear of a visit that was recorded, amended or verified through {@link
 * org.shouwang.visit.VisitListener}, inside the visit's own transaction. What a visit said before an amendment is kept,
 * sealed. The rules and the view are pure; recording runs on the session of the request, lists and the change feed run on the
 * reactive pool. An answer that was not given is stored as null and shown as absent: not asked never means good.
 */
@NullMarked
package org.shouwang.visit;

import org.jspecify.annotations.NullMarked;

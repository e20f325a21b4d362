/**
 * Incidents (强制报告, 未成年人保护法 art. 11): a danger that somebody reports, who is told of it until somebody takes it, and the
 * stages up to its end.
 *
 * <p>A report is kept whatever it lacks. All of it is of class R and open by grants only: being told is a grant, and the county
 * lead sees the incidents of the area ({@code Standing} is the one rule). For everybody else an incident is not there, neither
 * in lists nor in visits or tasks. Nothing is deleted: what was sent stands in {@code incident_report}, what was done in {@code
 * incident_act}.
 *
 * <p>Uses {@code visit}, whose red flags open incidents in the visit's own transaction, {@code task} for what follows, and
 * {@code notification}. Rules, stages and the alarm are pure. Writing runs on the session of its use case; lists, single reads
 * and the change feed run on the reactive pool.
 */
@NullMarked
package org.shouwang.protection.incident;

import org.jspecify.annotations.NullMarked;

/**
 * Evidence files (佐证材料): documents of departments that stand behind their values, answers, claims and reports. Never photos of
 * children: these have no place in any file of the two plans.
 *
 * <p>A file is declared with its size and SHA-256, then its parts are sent in any order and as often as needed. {@code Parts} is
 * their arithmetic and {@code EvidenceType} knows the leading bytes, both pure. Other packages attach files through
 * {@code AttachEvidence}, in the transaction of what refers to them. Runs on the reactive pool, and gives content from a worker thread; no file is in memory as a whole.
 */
@NullMarked
package org.shouwang.monitoring.evidence;

import org.jspecify.annotations.NullMarked;

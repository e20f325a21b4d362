/**
 * The verification sample (抽查): which home visits of a worker the coordinator verifies, each quarter, as tasks.
 *
 * <p>Nobody chooses: a visit's place is a hash of quarter and id ({@link org.shouwang.task.sample.Draw}, which is pure), which anybody
 * can compute again. Uses {@code task}, which writes the tasks. Runs in the background, a batch of one transaction at a time.
 */
@NullMarked
package org.shouwang.task.sample;

import org.jspecify.annotations.NullMarked;

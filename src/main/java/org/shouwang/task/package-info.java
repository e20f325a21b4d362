/**
 * Tasks: who is asked to do what for whom until when, what becomes of it, and who is told when nothing does (逐级提醒).
 *
 * <p>Uses {@code visit}, whose recorded visits settle tasks in the visit's own transaction, {@code register} for whom a task
 * is about, {@code notification} and {@code policy}. What the matrix asks for is planned in the background ({@code plan} says what,
 * {@code PlanFollowUps} writes it). Rules, moves and the ladder are pure. Writing runs on the session of its
 * use case; who holds a post is read from the reactive pool before that session opens, so that no transaction waits for a
 * second connection. Lists, single reads and the change feed run on the reactive pool.
 */
@NullMarked
package org.shouwang.task;

import org.jspecify.annotations.NullMarked;

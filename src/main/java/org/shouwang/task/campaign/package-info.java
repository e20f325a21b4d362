/**
 * Campaigns (专项行动): an office asks for one task for each child or household of its areas that matches, until a day.
 *
 * <p>Uses {@code task}, which writes and settles the tasks, {@code visit} for who was visited already, and what lies below. A request
 * stores the campaign alone; {@code RunCampaigns} does what follows from it a page at a time, each page one transaction of at most a
 * hundred tasks, and goes on where a killed node stopped. What matches, until when and who is told is pure. Requests, lists and pages
 * are read on the reactive pool; tasks are written in a session.
 */
@NullMarked
package org.shouwang.task.campaign;

import org.jspecify.annotations.NullMarked;

/**
 * Children's homes (儿童之家) and the activities held in and around them, with head counts and their cross-checks.
 *
 * <p>Uses {@code register} for the attendance, {@code task}, which it tells where homes are, and what lies below. Counts are of person-times. The list of who was there holds ids of
 * files and no name, and shows them to those who may read the file; whoever does leaves an entry in the access log there. Writing runs in one Hibernate Reactive transaction for each request, lists and the feed
 * read on the reactive pool straight into views.
 */
@NullMarked
package org.shouwang.activity;

import org.jspecify.annotations.NullMarked;

/**
 * Children's homes (儿童之家) and the activities held in and around them, with head counts and their cross-checks.
 *
 * <p>Uses {@code staff} and what lies below it. Counts are of person-times, never of named children, so that reading them
 * leaves no entry in the access log. Writing runs in one Hibernate Reactive transaction for each request, lists and the feed
 * read on the reactive pool straight into views.
 */
@NullMarked
package org.shouwang.activity;

import org.jspecify.annotations.NullMarked;

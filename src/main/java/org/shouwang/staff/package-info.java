/**
 * Appointments and {@code Scope}, the one place that resolves who may do what where. What is about one thing lives in a
 * sub-package: {@code worker}, {@code organisation}, {@code signin}, {@code device}, {@code handover}, {@code grant}. They use one
 * another without a circle.
 *
 * <p>Uses {@code area} and {@code platform}. Rooms above ask {@link org.shouwang.platform.Authority} for the caller and
 * {@link org.shouwang.staff.Posts} for who holds a post. Password hashing runs on worker threads.
 */
@NullMarked
package org.shouwang.staff;

import org.jspecify.annotations.NullMarked;

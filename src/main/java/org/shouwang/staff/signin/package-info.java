/**
 * Who somebody is: sign-in by password, by the coordinator's one-time code or by SMS, how often it may fail, and sessions of
 * access and refresh tokens. What somebody may do is asked of {@code Scope}
 * on each request and stands in no token. Password hashing runs on a few worker threads of its own; tokens use real time.
 */
@NullMarked
package org.shouwang.staff.signin;

import org.jspecify.annotations.NullMarked;

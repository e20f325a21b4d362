/**
 * How the house says no. A use case answers a {@link org.shouwang.platform.problem.Result}: the value, or a refusal out of
 * one catalogue. Only the HTTP edge turns it into a status, only the sync edge into an outcome. Nothing here knows either.
 */
@NullMarked
package org.shouwang.platform.problem;

import org.jspecify.annotations.NullMarked;

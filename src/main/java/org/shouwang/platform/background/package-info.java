/**
 * Runs every {@link org.shouwang.platform.BackgroundJob} of the house at its interval, only a few at once, so that requests
 * keep most of the connections. A job that fails is counted, logged and begun again at its next turn; it stops no other. Jobs
 * run on event loops, each in a context of its own.
 */
@NullMarked
package org.shouwang.platform.background;

import org.jspecify.annotations.NullMarked;

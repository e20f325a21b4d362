/**
 * What an operator must hear of before users do. A room that knows of something that must not grow implements {@link
 * org.shouwang.platform.alarm.Alarm}; every node measures all of them, shows them as metrics and says in the log when one is
 * raised or over. Measures run on the reactive pool.
 */
@NullMarked
package org.shouwang.platform.alarm;

import org.jspecify.annotations.NullMarked;

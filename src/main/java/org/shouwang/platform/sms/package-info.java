/**
 * Text messages: the one way out, by a webhook to the bridge of the county's provider, for sign-in codes and for reminders that
 * nobody opened; and what each county may spend on them.
 *
 * <p>A message is counted once, in the transaction that decides to send it, and goes out afterwards with no connection held.
 * It holds a code or a number, never a name, a place or a reason. How much a county may send is decided above, by
 * {@link org.shouwang.platform.sms.SmsBudgets}. The JDK's client has threads of its own; results come back to the caller's.
 */
@NullMarked
package org.shouwang.platform.sms;

import org.jspecify.annotations.NullMarked;

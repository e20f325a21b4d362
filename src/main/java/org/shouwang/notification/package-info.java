/**
 * Tells workers that something waits for them: the inbox, which is the truth, and pushes, which only hint at it.
 *
 * <p>What can wait is gathered: one message a device, then none for ten minutes. Reminders that are not urgent are lines of
 * {@code SendSummaries}' one notice a worker and day. Rooms above say by {@link org.shouwang.notification.StillTrue} what is
 * not to be pushed any more, and by {@link org.shouwang.notification.SummarySource} what is due. An app that is open follows
 * its inbox through {@code FollowInbox}, whose order is that of the change feed.
 *
 * <p>What matters and is not opened is followed up by {@code FollowUnopened}: an SMS, and in the end a call, for which {@link
 * org.shouwang.notification.CallRequests} asks the room of tasks. After how long is decided by area, in {@code reach}.
 *
 * <p>Rooms above call {@link org.shouwang.notification.Notifications} in the transaction of what they tell of; that writes
 * the inbox row and a delivery for each of the worker's devices, or neither. {@code SendDeliveries} then hands the
 * deliveries to the gateways: at least once, under a lease, with no connection held meanwhile. No text holds a name, a
 * place or a reason. Uses {@code staff} for devices and posts, and {@code platform}. The gateways block on threads of their own.
 */
@NullMarked
package org.shouwang.notification;

import org.jspecify.annotations.NullMarked;

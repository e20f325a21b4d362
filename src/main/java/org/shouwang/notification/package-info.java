/**
 * Tells workers that something waits for them: the inbox, which is the truth, and pushes, which only hint at it.
 *
 * <p>Rooms above call {@link org.shouwang.notification.Notifications} in the transaction of what they tell of; that writes
 * the inbox row and a delivery for each of the worker's devices, or neither. {@code SendDeliveries} then hands the
 * deliveries to the gateways: at least once, under a lease, with no connection held meanwhile. No text holds a name, a
 * place or a reason. Uses {@code staff} for devices and {@code platform}. The gateways block on threads of their own.
 */
@NullMarked
package org.shouwang.notification;

import org.jspecify.annotations.NullMarked;

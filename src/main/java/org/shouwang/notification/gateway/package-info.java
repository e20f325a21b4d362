/**
 * The ways to a device's screen, one class a provider: Firebase by its SDK, JPush (极光) by REST for phones in the mainland, which
 * Google's pushes do not reach. A gateway tries once and says by {@code PushResult} what the provider's answer means; waiting,
 * trying again and what becomes of a target are its caller's. It knows neither notifications nor the database. Gateways may be
 * called on any thread and answer on the context of their caller.
 */
@NullMarked
package org.shouwang.notification.gateway;

import org.jspecify.annotations.NullMarked;

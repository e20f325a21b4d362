/**
 * Handover (交接): the only way in which an appointment ends. In one transaction all that belongs to it goes to a successor or to
 * whoever confirms, and the post is over at once. A vacant post that is filled again takes over (接手) what was held for it.
 *
 * <p>Rooms above name what belongs to a post through {@link org.shouwang.staff.handover.Belongings}. The database itself
 * refuses to end a post to which something open belongs, and to give something to a post that has ended (V024). Who holds which
 * post is read on the reactive pool before the transaction opens its session.
 */
@NullMarked
package org.shouwang.staff.handover;

import org.jspecify.annotations.NullMarked;

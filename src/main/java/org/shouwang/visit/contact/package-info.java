/**
 * Contacts: calls, messages and talks in between visits (电话 / 微信联系). They count as no visit and settle no task; one that
 * shows that somebody should go there asks for a visit through {@link org.shouwang.visit.contact.ContactListener}.
 *
 * <p>Whoever may read and write visits may do so with contacts. A contact is in the scope of each of its children. Logging runs
 * on the session of the request, lists and the change feed run on the reactive pool.
 */
@NullMarked
package org.shouwang.visit.contact;

import org.jspecify.annotations.NullMarked;

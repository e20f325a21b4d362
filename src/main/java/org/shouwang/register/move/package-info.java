/**
 * Moves of children between villages (迁移). One side asks, the other takes them over (接收) or sends the request back (退回);
 * meanwhile their files are {@code TRANSFER_PENDING}. On acceptance all that belongs to them goes over in one transaction:
 * rooms above bring what is theirs through {@link org.shouwang.register.move.GoesWithChild}. A visit that finds a family gone
 * opens a proposal through {@link org.shouwang.register.move.MoveProposals}.
 *
 * <p>Uses {@code register}, {@code notification}, {@code staff} and {@code area}. Decisions and the ladder are pure. Who holds
 * a post is read on the reactive pool before the transaction opens its session.
 */
@NullMarked
package org.shouwang.register.move;

import org.jspecify.annotations.NullMarked;

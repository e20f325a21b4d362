/**
 * Households with their members, and the children's files: who lives where, who cares for whom, which categories and which
 * risk level a child has. A file is made once under the client's id; its level comes from an assessment and from nothing
 * else.
 *
 * <p>Uses {@code staff}, {@code area} and {@code platform}. Rooms above ask {@link org.shouwang.register.Children} and
 * {@link org.shouwang.register.household.Households}. Use cases run in one Hibernate transaction, lists on the reactive pool; nothing
 * here blocks.
 */
@NullMarked
package org.shouwang.register;

import org.jspecify.annotations.NullMarked;

/**
 * The child's file (儿童档案): the child, who cares for it, its categories and its level, and what is missing. A file is made once
 * under the client's id, changed, closed and opened again; its level comes from an assessment and from nothing else. Categories are
 * claimed, verified and approved by people, proposed and ended by rules ({@code CategoryReview}).
 *
 * <p>Rooms above ask {@link org.shouwang.register.child.Children} and are told by
 * {@link org.shouwang.register.child.FileListener}. Uses households, names and what the register shares. Use cases run in one
 * Hibernate transaction, the review by rules in one a batch; nothing here blocks.
 */
@NullMarked
package org.shouwang.register.child;

import org.jspecify.annotations.NullMarked;

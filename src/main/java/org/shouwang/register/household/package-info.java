/**
 * Households with their members: who lives where and with whom, who is a child's father and mother and what keeps them from it,
 * what a household lives on, and which women's categories its members are in.
 *
 * <p>Uses what the register shares, and knows no child's file: files name members, and the children's side asks
 * {@link org.shouwang.register.household.Households} and {@link org.shouwang.register.household.HouseholdMemberRepository}. Use cases
 * run in one Hibernate transaction, lists on the reactive pool; nothing here blocks.
 */
@NullMarked
package org.shouwang.register.household;

import org.jspecify.annotations.NullMarked;

/**
 * The register: households with their members, and the children's files. What is about one of them lives in a sub-package:
 * {@code household}, {@code child}, {@code search} (lists and the search), {@code name} (by what names are found), {@code move}
 * (to another village), {@code breakglass}. They use one another without a circle, and all may use what stands here.
 *
 * <p>Here is what they share: encrypted columns, what a form breaks, the post under which a look is logged, where a list goes on.
 * This package uses none of its sub-packages. Pure, but for the cipher.
 */
@NullMarked
package org.shouwang.register;

import org.jspecify.annotations.NullMarked;

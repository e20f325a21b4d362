/**
 * Names of children as people write, speak and search them: plain characters, pinyin in every reading, initials, and the keys
 * in {@code child_search} by which a name is found. Whoever writes a name keeps its keys in the same session; a background job
 * fills those that are missing.
 *
 * <p>Uses {@code platform} alone, and nothing else of the register. All but writing the keys is pure.
 */
@NullMarked
package org.shouwang.register.name;

import org.jspecify.annotations.NullMarked;

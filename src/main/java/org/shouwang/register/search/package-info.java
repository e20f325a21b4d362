/**
 * Finding children: the list by area, category and level, and the search by a part of a name, its pinyin, its initials or a full
 * number. Both answer the same short rows, with no address, the number masked and the categories that the caller may know.
 *
 * <p>Reads what children's files and {@code register.name} have written, and writes nothing but the look into the access log: each
 * page is a transaction on the reactive pool.
 */
@NullMarked
package org.shouwang.register.search;

import org.jspecify.annotations.NullMarked;

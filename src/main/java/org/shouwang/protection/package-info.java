/**
 * The protection of single children and women: what was reported of a danger, and what becomes of it. Each of its parts is a
 * package of its own below this one.
 */
@NullMarked
package org.shouwang.protection;

import org.jspecify.annotations.NullMarked;

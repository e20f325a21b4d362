/**
 * Administrative divisions: the tree from province to village, with validity, successors and areas that are run by another
 * authority than their code says (托管). Reads run on the reactive pool; the import is one set-based statement.
 */
@NullMarked
package org.shouwang.area;

import org.jspecify.annotations.NullMarked;

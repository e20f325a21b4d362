/**
 * Administrative divisions: the tree from province to village, with validity, successors and areas that are run by another
 * authority than their code says (托管). Rooms above implement {@link org.shouwang.area.AreaBelongings} for what moves with a
 * village. Reads and changes run on the reactive pool; the import blocks a worker thread, stages its lines over JDBC and
 * merges them by sets.
 */
@NullMarked
package org.shouwang.area;

import org.jspecify.annotations.NullMarked;

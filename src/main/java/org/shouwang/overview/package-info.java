/**
 * The day's work by area, in numbers: for a township by its villages, for a county by its townships.
 *
 * <p>Owns no table. It asks the rooms below for their numbers, one statement each, and adds them up where areas are run (托管
 * included). No number is of a person, and nothing is ranked: order is the order of codes. Runs on the reactive pool; adding
 * up is pure.
 */
@NullMarked
package org.shouwang.overview;

import org.jspecify.annotations.NullMarked;

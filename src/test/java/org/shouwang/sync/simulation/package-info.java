/**
 * Phones that work offline, as the contract tells an app team to build them, in a world that loses, repeats and delays what
 * they send while people and villages change. After it heals, nothing is lost and every phone holds exactly its scope.
 */
@NullMarked
package org.shouwang.sync.simulation;

import org.jspecify.annotations.NullMarked;

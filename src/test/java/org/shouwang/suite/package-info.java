/**
 * The tests of the build in two halves, each of which keeps one application for all its classes. Surefire asks for them side by
 * side; were it given the classes instead, each would start the application anew (quarkusio/quarkus#43979). Every test class is
 * in one of them, since the second takes what the first leaves.
 */
@NullMarked
package org.shouwang.suite;

import org.jspecify.annotations.NullMarked;

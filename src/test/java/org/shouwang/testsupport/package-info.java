/**
 * What tests of several rooms share: a database server for the whole run, and the Quarkus test resources over it.
 *
 * <p>May use every room's public face; no production code uses it. Calls block.
 */
@NullMarked
package org.shouwang.testsupport;

import org.jspecify.annotations.NullMarked;

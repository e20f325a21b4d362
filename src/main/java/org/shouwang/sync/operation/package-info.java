/**
 * The writing side of the offline protocol: what phones recorded without network, each operation applied once, or visible as
 * refused, held or in conflict until somebody settles it.
 *
 * <p>Knows no feature: each type of operation has an {@link org.shouwang.platform.operation.OperationHandler} in the room of
 * its record, which enters the use case that HTTP enters too. Each operation has a transaction of its own, in which its
 * outcome is recorded with its effect.
 */
@NullMarked
package org.shouwang.sync.operation;

import org.jspecify.annotations.NullMarked;

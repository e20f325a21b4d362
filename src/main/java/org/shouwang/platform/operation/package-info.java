/**
 * What a phone did offline, as rooms take it: each room brings an {@link org.shouwang.platform.operation.OperationHandler} for
 * every type of operation that it knows, and {@code sync} runs them without knowing any room.
 */
@NullMarked
package org.shouwang.platform.operation;

import org.jspecify.annotations.NullMarked;

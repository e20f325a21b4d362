/** A county's month, lived through in minutes: how often its workers are told something, and whether anything due is forgotten. */
@NullMarked
package org.shouwang.bench.month;

import org.jspecify.annotations.NullMarked;

/**
 * What exists in dev mode and in tests only: the demo district, a clock that can be moved, background work by hand, and a
 * stand-in for Firebase. The top floor: it may use every room, and no room may use it. It is not in the production build.
 */
@NullMarked
package org.shouwang.devtools;

import org.jspecify.annotations.NullMarked;

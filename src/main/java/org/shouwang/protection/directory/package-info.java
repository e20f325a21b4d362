/**
 * The directory of those who help (资源目录): what they do, for whom, where and when, and which referrals they take.
 *
 * <p>Uses {@code notification}, {@code area} and {@code platform}; the other parts of {@code protection} use it. Runs on the reactive pool; lists
 * are read on a worker thread.
 */
@NullMarked
package org.shouwang.protection.directory;

import org.jspecify.annotations.NullMarked;

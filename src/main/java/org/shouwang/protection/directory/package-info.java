/**
 * The directory of those who help (资源目录): what they do, for whom, where and when, and which referrals they take.
 *
 * <p>Runs on the reactive pool.
 */
@NullMarked
package org.shouwang.protection.directory;

import org.jspecify.annotations.NullMarked;

/**
 * CSV as people hand it in: saved by Excel in China, in GB18030 or UTF-8. Reading blocks: worker threads only.
 */
@NullMarked
package org.shouwang.platform.csv;

import org.jspecify.annotations.NullMarked;

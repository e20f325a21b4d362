/**
 * Tables as spreadsheets open them: numbers are numbers, and text is text whatever it begins with. Writing blocks: worker threads only.
 */
@NullMarked
package org.shouwang.platform.workbook;

import org.jspecify.annotations.NullMarked;

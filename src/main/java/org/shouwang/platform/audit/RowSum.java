package org.shouwang.platform.audit;

/**
 * What a seal says of its rows.
 *
 * @param digest of all of them, 64 hexadecimal digits
 */
record RowSum(long rows, String digest) {}

/**
 * Who changed what ({@code audit}) and who looked at whom ({@code access_log}), written in the transaction of what they
 * record. Rows hold ids and codes, never names, numbers or texts. Runs on the session of the calling use case.
 */
@NullMarked
package org.shouwang.platform.audit;

import org.jspecify.annotations.NullMarked;

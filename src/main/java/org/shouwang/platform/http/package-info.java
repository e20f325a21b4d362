/**
 * The HTTP edge that all resources share: problem documents in the caller's language, pages, idempotent answers with ETags,
 * strict reading of JSON and parameters, request ids. Resources use it; use cases do not.
 */
@NullMarked
package org.shouwang.platform.http;

import org.jspecify.annotations.NullMarked;

/**
 * Makes the OpenAPI document say all that the code knows: filters that run while the application is built. App teams generate
 * clients from the document, and {@code mobile-contract/schemas} is made of it.
 */
@NullMarked
package org.shouwang.platform.openapi;

import org.jspecify.annotations.NullMarked;

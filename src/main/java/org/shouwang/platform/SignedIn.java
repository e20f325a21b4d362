package org.shouwang.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as its token says. It is no right to anything.
 *
 * @param deviceId the phone that signed in; null when it was none, or named itself not
 */
public record SignedIn(UUID workerId, @Nullable UUID deviceId) {}

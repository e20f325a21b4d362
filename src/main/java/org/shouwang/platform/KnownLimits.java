package org.shouwang.platform;

import java.util.List;

/** Limits of a room that an app must know; each room that has some implements it as a bean, out of the constants that it uses. */
public interface KnownLimits {

    List<Limit> limits();
}

package org.shouwang.sync;

import java.util.Map;
import java.util.UUID;

/** Whoever pulls page by page and holds the versions of children's homes. */
interface HomeHolder {

    /** Takes one page; answers whether the pull has more. */
    boolean page(int limit);

    Map<UUID, Integer> homes();
}

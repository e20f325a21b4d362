package org.shouwang.bench;

import io.vertx.core.Future;

/** What one client of several does again and again. */
interface Work {

    /**
     * Does it once.
     *
     * @param client from 0; each does one thing after the other
     */
    Future<Void> once(int client);
}

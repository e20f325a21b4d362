package org.shouwang.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Packaged servers on one database, of which one now and then loses its power and is replaced by another. */
final class Nodes implements AutoCloseable {

    private final Map<String, String> settings;
    private final List<PackagedServer> running = new ArrayList<>();
    private int kills;

    Nodes(Map<String, String> settings) {
        this.settings = settings;
    }

    PackagedServer start() {
        PackagedServer node = PackagedServer.launch(settings);
        running.add(node);
        return node;
    }

    /** Whichever it is, ready or still starting; the next one starts at once. */
    void killOne(Random chance) {
        PackagedServer node = running.remove(chance.nextInt(running.size()));
        node.kill();
        kills++;
        start();
    }

    int kills() {
        return kills;
    }

    @Override
    public void close() {
        running.forEach(PackagedServer::kill);
    }
}

package org.shouwang.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;

/** A process that ends at once and whose parent, a sleep, never asks how. */
record Unreaped(long pid, Process parent) implements AutoCloseable {

    static Unreaped process() throws IOException {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0.2 & echo $!; exec sleep 600").start();
        BufferedReader said = parent.inputReader(UTF_8);
        return new Unreaped(Long.parseLong(said.readLine()), parent);
    }

    @Override
    public void close() {
        parent.destroyForcibly();
    }
}

package org.shouwang.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows of a process; other systems have no such files. */
final class Cpu {

    /** Ticks are hundredths of a second on every Linux that Java runs on. */
    private static final int MILLIS_A_TICK = 10;

    /** Fields of {@code /proc/<pid>/stat} after the name: user and system time of its own, then of children that ended. */
    private static final int OWN = 11;

    private static final int ENDED_CHILDREN = 13;

    private Cpu() {}

    static double millis(long pid) {
        return ticks(pid, OWN) * MILLIS_A_TICK;
    }

    /** Of the threads in which Java compiles. */
    static double compilerMillis(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.filter(thread -> lines(thread + "/comm").matches("C[12] Compiler.*\\s"))
                            .mapToLong(thread -> ticks(thread + "/stat", OWN))
                            .sum()
                    * (double) MILLIS_A_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a process, its children, and those of its children that have ended. */
    static double millisOfTree(long pid) {
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(pid).orElseThrow().children()) {
            long ticks = ticks(pid, OWN)
                    + ticks(pid, ENDED_CHILDREN)
                    + children.mapToLong(child -> ticks(child.pid(), OWN)).sum();
            return ticks * (double) MILLIS_A_TICK;
        }
    }

    /** What it holds of the machine's memory now, in MiB. */
    static long residentMiB(long pid) {
        return lines("/proc/" + pid + "/status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static long ticks(long pid, int first) {
        return ticks("/proc/" + pid + "/stat", first);
    }

    private static long ticks(String file, int first) {
        String stat = lines(file);
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
    }

    private static String lines(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

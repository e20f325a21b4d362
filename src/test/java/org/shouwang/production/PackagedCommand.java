package org.shouwang.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One command of an operator on the packaged program, as a process of its own. */
record PackagedCommand(Process process, Path out, Path err) {

    private static final long SECONDS = 60;
    private static final String LISTENING = "0A";

    /** How it ended. */
    record Ended(int exit, String out, String err) {}

    static PackagedCommand start(Map<String, String> settings, String... words) {
        try {
            Path out = Files.createTempFile(Path.of("target"), "command", ".out");
            Path err = Files.createTempFile(Path.of("target"), "command", ".err");
            List<String> line = new ArrayList<>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            line.addAll(PackagedServer.SHORT_LIFE);
            line.addAll(List.of("-jar", PackagedServer.JAR.toString()));
            line.addAll(List.of(words));
            ProcessBuilder command =
                    new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
            command.environment().keySet().removeIf(name -> name.startsWith("SHOUWANG_"));
            command.environment().put("LC_ALL", "C.UTF-8");
            command.environment().putAll(settings);
            return new PackagedCommand(command.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ended run(Map<String, String> settings, String... words) {
        return start(settings, words).end("");
    }

    /** Types this, and waits for the end. */
    Ended end(String typed) {
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        } catch (IOException e) {
            // it ended before it read anything
        }
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                kill();
                throw new IllegalStateException("the command still ran:\n" + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Whether any socket of the process waits for somebody to connect. */
    boolean listens() throws IOException {
        List<String> sockets;
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            sockets = files.map(PackagedCommand::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .toList();
        }
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc", Long.toString(process.pid()), "net", table)))
                .map(line -> line.strip().split("\\s+"))
                .anyMatch(fields -> fields[3].equals(LISTENING) && sockets.contains(fields[9]));
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }
}

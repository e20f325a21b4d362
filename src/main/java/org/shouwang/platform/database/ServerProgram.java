package org.shouwang.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs initdb and pg_ctl to their end.
 *
 * <p>Their output goes to a file, not to a pipe: a server that inherits a pipe would hold it open for ever.
 */
record ServerProgram(DatabaseFolder folder, ServerAccount account) {

    private static final int LINES_SHOWN = 8;

    static ServerProgram in(DatabaseFolder folder) throws IOException, InterruptedException {
        return new ServerProgram(folder, ServerAccount.of(folder));
    }

    /** True when the program ended well; what it said is in {@link #lastLines}. */
    boolean succeeds(Path program, List<String> arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(account.command(program, arguments))
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.commandOutput().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder.start().waitFor() == 0;
    }

    String lastLines() throws IOException {
        return lastLines(folder.commandOutput());
    }

    static String lastLines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<String> said = lines.filter(line -> !line.isBlank()).toList();
            return said.stream()
                    .skip(Math.max(0, said.size() - LINES_SHOWN))
                    .collect(Collectors.joining(System.lineSeparator() + "  "));
        }
    }
}

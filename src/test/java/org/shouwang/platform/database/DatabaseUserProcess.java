package org.shouwang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A {@link DatabaseUser} or {@link ReloadingUser} running as a process of its own. */
record DatabaseUserProcess(Process process, Path told) {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    static DatabaseUserProcess launch(Path folder, Path told, String manner) throws IOException {
        return launch(DatabaseUser.class, folder, told, manner);
    }

    static DatabaseUserProcess launch(Class<?> program, Path folder, Path told, String manner) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString(),
                        told.toString(),
                        manner)
                .redirectErrorStream(true)
                .redirectOutput(
                        told.resolveSibling(told.getFileName() + ".output").toFile())
                .start();
        return new DatabaseUserProcess(process, told);
    }

    /** The JDBC URL that it told after its commit was acknowledged. */
    String url() throws IOException {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> Files.exists(told) || !process.isAlive());
        assertThat(told).as(output()).exists();
        return Files.readString(told);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    void awaitEnd() throws IOException, InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output()).isZero();
    }

    String output() throws IOException {
        return Files.readString(told.resolveSibling(told.getFileName() + ".output"));
    }
}

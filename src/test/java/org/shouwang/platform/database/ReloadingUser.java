package org.shouwang.platform.database;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that starts the database three times, as dev mode does: the program's classes in a new class loader each
 * time, closed before the next, over one class loader for the libraries.
 */
public final class ReloadingUser {

    private static final int RELOADS = 3;

    private ReloadingUser() {}

    /** Argument: database folder. Ends with status 1 when the answers differ. */
    public static void main(String[] arguments) throws Exception {
        List<URL> libraries = new ArrayList<>();
        List<URL> program = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            (entry.endsWith(".jar") ? libraries : program).add(url(entry));
        }
        List<Object> answers = new ArrayList<>();
        try (URLClassLoader below =
                new URLClassLoader(libraries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (int reload = 0; reload < RELOADS; reload++) {
                try (URLClassLoader current = new URLClassLoader(program.toArray(URL[]::new), below)) {
                    answers.add(start(current, Path.of(arguments[0])));
                }
            }
            System.exit(answers.stream().map(Object::toString).distinct().count() == 1 ? 0 : 1);
        }
    }

    private static Object start(ClassLoader loader, Path folder) throws ReflectiveOperationException {
        Class<?> durability = loader.loadClass(Durability.class.getName());
        Path programs = (Path) loader.loadClass("org.shouwang.testsupport.TestDatabase")
                .getMethod("programs")
                .invoke(null);
        return loader.loadClass(EmbeddedDatabase.class.getName())
                .getMethod("start", Path.class, Path.class, durability)
                .invoke(null, folder, programs, durability.getField("DURABLE").get(null));
    }

    private static URL url(String entry) throws MalformedURLException {
        return Path.of(entry).toUri().toURL();
    }
}

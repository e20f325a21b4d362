package org.shouwang.testsupport;

import java.net.URL;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which classes its parent has not. REST Assured has Groovy compile each path of an answer's body, and Groovy asks for dozens of
 * classes that do not exist, each of which the parent looks for in four hundred archives: most of what a test cost.
 */
final class RememberedMisses extends ClassLoader {

    private final Set<String> classes = ConcurrentHashMap.newKeySet();
    private final Set<String> resources = ConcurrentHashMap.newKeySet();

    RememberedMisses(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (classes.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException missing) {
            classes.add(name);
            throw missing;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        if (resources.contains(name)) {
            return null;
        }
        URL found = super.getResource(name);
        if (found == null) {
            resources.add(name);
        }
        return found;
    }
}

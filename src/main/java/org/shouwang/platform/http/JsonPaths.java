package org.shouwang.platform.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names the field of a request as its sender wrote it: {@code children[0].childId}. */
final class JsonPaths {

    private static final int LONGEST = 200;
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_.\\[\\]-]");

    private JsonPaths() {}

    static String of(JsonMappingException exception) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : exception.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    /** Leaves out the method and the parameter that Bean Validation puts before the field. */
    static String of(Path path) {
        StringBuilder text = new StringBuilder();
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (node.isInIterable() && node.getIndex() != null) {
                    text.append('[').append(node.getIndex()).append(']');
                }
                if (node.getKind() == ElementKind.PROPERTY) {
                    text.append(text.isEmpty() ? "" : ".").append(node.getName());
                }
            }
        }
        return text.isEmpty() ? parameter : text.toString();
    }

    /**
     * A name that a client made up may be anything: a person's name, characters that cannot be stored, or a book. What does not
     * read like a name of ours is not said back.
     */
    static String plain(String field) {
        String shown = FOREIGN.matcher(field).replaceAll("?");
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }

    static String kebab(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}

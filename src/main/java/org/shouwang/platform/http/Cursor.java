package org.shouwang.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.problem.Problem;

/** Where a list goes on: the key of the last row seen, opaque to clients. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "~";

    public static Cursor of(Object... parts) {
        return new Cursor(Stream.of(parts).map(Object::toString).toList());
    }

    /**
     * Reads a cursor that a client sent back.
     *
     * @throws ProblemException 400 when the text is no cursor of this shape
     */
    public static Cursor parse(String text, int parts) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            Cursor cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.parts.size() == parts) {
                return cursor;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST);
        }
        throw new ProblemException(Problem.MALFORMED_REQUEST);
    }

    public UUID uuid(int index) {
        return part(index, UUID::fromString);
    }

    public long number(int index) {
        return part(index, Long::parseLong);
    }

    public Instant instant(int index) {
        return part(index, Rfc3339::moment);
    }

    public <T> T part(int index, Function<String, T> reader) {
        try {
            return reader.apply(parts.get(index));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST);
        }
    }

    @Override
    public String toString() {
        String plain = parts.stream().collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }
}

package org.shouwang.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.problem.Problem;

/** Ids, area codes, days, numbers and codes in paths and queries: what cannot be read is 400, never a 404 by accident. */
@Provider
class StrictParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == UUID.class) {
            return (ParamConverter<T>) new Strict<>(StrictParameters::uuid);
        }
        if (type == AreaCode.class) {
            return (ParamConverter<T>) new Strict<>(AreaCode::of);
        }
        if (type == LocalDate.class) {
            return (ParamConverter<T>) new Strict<>(Rfc3339::day);
        }
        if (type == Integer.class || type == int.class) {
            return (ParamConverter<T>) new Strict<>(Integer::valueOf);
        }
        if (type.isEnum()) {
            return new Strict<>(text -> constant(type, text));
        }
        return null;
    }

    private static <T> T constant(Class<T> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such code"));
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a UUID in canonical form");
        }
        return id;
    }

    private record Strict<T>(Function<String, T> reader) implements ParamConverter<@Nullable T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            try {
                return text == null ? null : reader.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new ProblemException(Problem.MALFORMED_REQUEST);
            }
        }

        @Override
        public String toString(@Nullable T value) {
            return String.valueOf(value);
        }
    }
}

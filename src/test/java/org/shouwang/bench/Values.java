package org.shouwang.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text of a value into what the reactive client takes for its type. */
final class Values {

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendOffset("+HH:mm", "+00")
            .toFormatter();

    private static final Pattern ELEMENT = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|([^,{}]++)");

    private Values() {}

    static @Nullable Object of(String type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return type.endsWith("[]") ? array(type.substring(0, type.length() - 2), text) : scalar(type, text);
    }

    private static Object scalar(String type, String text) {
        return switch (type) {
            case "uuid" -> UUID.fromString(text);
            case "bigint" -> Long.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "smallint" -> Short.valueOf(text);
            case "double precision" -> Double.valueOf(text);
            case "numeric" -> new BigDecimal(text);
            case "boolean" -> text.equals("t");
            case "date" -> LocalDate.parse(text);
            case "timestamp with time zone" -> OffsetDateTime.parse(text, MOMENT);
            case "bytea" -> Buffer.buffer(HexFormat.of().parseHex(text.substring(2)));
            case "json", "jsonb" -> Json.decodeValue(text);
            case "text", "character varying" -> text;
            default -> throw new IllegalArgumentException("no statement had a value of this type so far: " + type);
        };
    }

    private static Object array(String type, String text) {
        List<Object> elements = new ArrayList<>();
        Matcher element = ELEMENT.matcher(text);
        while (element.find()) {
            elements.add(scalar(
                    type,
                    element.group(1) == null
                            ? element.group(2)
                            : element.group(1).replaceAll("\\\\(.)", "$1")));
        }
        Class<?> of = elements.isEmpty() ? empty(type) : elements.get(0).getClass();
        return elements.toArray((Object[]) Array.newInstance(of, 0));
    }

    private static Class<?> empty(String type) {
        return switch (type) {
            case "uuid" -> UUID.class;
            case "bigint" -> Long.class;
            case "integer" -> Integer.class;
            default -> String.class;
        };
    }
}

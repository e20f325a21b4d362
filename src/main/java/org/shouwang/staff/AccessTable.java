package org.shouwang.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwang.platform.FieldClass;
import org.shouwang.platform.Right;
import org.shouwang.platform.Right.Action;
import org.shouwang.platform.Right.Kind;
import org.shouwang.platform.RoleCode;

/**
 * Which role may do what with which kind of record, and which classes of fields that shows or takes: {@code access.csv}, read
 * once when the server starts. The reasons stand in {@code docs/access.md}.
 */
@Startup
@Singleton
class AccessTable {

    private static final String FILE = "/access.csv";

    private static final Map<Action, String> COLUMNS =
            Map.of(Action.LIST, "list", Action.READ, "read", Action.FULL_LOOK, "fullLook", Action.WRITE, "write");

    private final Map<RoleCode, Map<Right, Set<FieldClass>>> access = new EnumMap<>(RoleCode.class);
    private final Map<RoleCode, Set<Kind>> rowsOf = new EnumMap<>(RoleCode.class);

    @Inject
    AccessTable() {
        this(packaged());
    }

    /**
     * Reads a table.
     *
     * @throws IllegalStateException when a line says what cannot be meant, or a right would be nobody's
     */
    AccessTable(Reader file) {
        for (RoleCode role : RoleCode.values()) {
            access.put(role, new EnumMap<>(Right.class));
            rowsOf.put(role, EnumSet.noneOf(Kind.class));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(this::grant);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
        for (Right right : Right.values()) {
            if (access.values().stream().noneMatch(rights -> rights.containsKey(right))) {
                throw new IllegalStateException(FILE + ": no role may " + right.action() + " " + right.kind());
            }
        }
    }

    /** The rights of a role, each with the classes of fields that it reaches. */
    Map<Right, Set<FieldClass>> of(RoleCode role) {
        return Collections.unmodifiableMap(Objects.requireNonNull(access.get(role)));
    }

    private static Reader packaged() {
        InputStream file = Objects.requireNonNull(AccessTable.class.getResourceAsStream(FILE), FILE);
        return new InputStreamReader(file, UTF_8);
    }

    private void grant(NamedCsvRecord row) {
        RoleCode role = one(RoleCode.values(), "role", row);
        Kind kind = one(Kind.values(), "kind", row);
        if (!Objects.requireNonNull(rowsOf.get(role)).add(kind)) {
            throw wrong(row, role + " has a row for " + kind + " already");
        }
        COLUMNS.forEach((action, column) -> {
            Set<FieldClass> fields = classes(row, column);
            if (!fields.isEmpty()) {
                Right right =
                        right(kind, action).orElseThrow(() -> wrong(row, "there is no " + column + " of " + kind));
                Objects.requireNonNull(access.get(role)).put(right, fields);
            }
        });
    }

    private static Optional<Right> right(Kind kind, Action action) {
        return Stream.of(Right.values())
                .filter(right -> right.kind() == kind && right.action() == action)
                .findFirst();
    }

    private static Set<FieldClass> classes(NamedCsvRecord row, String column) {
        Set<FieldClass> classes = EnumSet.noneOf(FieldClass.class);
        for (char letter : cell(row, column).toCharArray()) {
            if (!classes.add(named(FieldClass.values(), String.valueOf(letter), column, row))) {
                throw wrong(row, column + " names " + letter + " twice");
            }
        }
        return Collections.unmodifiableSet(classes);
    }

    private static <E extends Enum<E>> E one(E[] values, String column, NamedCsvRecord row) {
        return named(values, cell(row, column), column, row);
    }

    private static <E extends Enum<E>> E named(E[] values, String name, String column, NamedCsvRecord row) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(row, column + " is unknown: " + name));
    }

    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElseThrow(() -> wrong(row, "column " + column + " is missing"));
    }

    private static IllegalStateException wrong(NamedCsvRecord row, String why) {
        return new IllegalStateException(FILE + ", line " + row.getStartingLineNumber() + ": " + why);
    }
}

package org.shouwang.staff;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.shouwang.platform.Right;
import org.shouwang.platform.RoleCode;

/** Which role has which right: {@code access.csv}, read once. */
@Singleton
class AccessTable {

    private static final String FILE = "/access.csv";

    private final Map<RoleCode, Set<Right>> rights = new EnumMap<>(RoleCode.class);

    AccessTable() {
        for (RoleCode role : RoleCode.values()) {
            rights.put(role, EnumSet.noneOf(Right.class));
        }
        try (InputStream file = Objects.requireNonNull(AccessTable.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            rows.forEach(this::grant);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private void grant(NamedCsvRecord row) {
        Right right = Right.valueOf(row.getField("right"));
        Pattern.compile(" ")
                .splitAsStream(row.getField("roles"))
                .map(RoleCode::valueOf)
                .forEach(role -> rightsOf(role).add(right));
    }

    Set<Right> rightsOf(RoleCode role) {
        return Objects.requireNonNull(rights.get(role));
    }
}

package org.shouwang.register.name;

import com.ibm.icu.text.Transliterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How the characters of names are read in pinyin: by ICU in general, by ICU as a surname, and by {@code polyphones.csv} (多音字).
 * Made at the start, since ICU takes a second to learn its rules; what it once read is remembered.
 */
@Startup
@Singleton
class NameReadings {

    private static final String FILE = "/polyphones.csv";

    private final Transliterator general = Transliterator.getInstance("Han-Latin");
    private final Transliterator surnames = Transliterator.getInstance("Han-Latin/Names");
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> polyphones;

    NameReadings() {
        try (InputStream file = Objects.requireNonNull(NameReadings.class.getResourceAsStream(FILE), FILE);
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            polyphones = rows.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.getField("character"),
                            row -> List.of(row.getField("readings").split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /**
     * The readings of each part of a name without blanks and dots: a Han character each, and each run of Latin letters as it
     * is. A part without any is a character that nobody can read out.
     */
    List<Set<String>> of(String plain) {
        List<String> parts = parts(plain);
        List<Set<String>> readings = new ArrayList<>();
        parts.forEach(part -> readings.add(new LinkedHashSet<>(of(part, isHan(part)))));
        if (parts.size() > 1 && isHan(parts.get(0)) && isHan(parts.get(1))) {
            String[] both = surnames.transliterate(parts.get(0) + parts.get(1)).split(" ", -1);
            for (int i = 0; i < both.length && both.length == 2; i++) {
                addSpellings(both[i], readings.get(i));
            }
        }
        return readings;
    }

    private static List<String> parts(String plain) {
        List<String> parts = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (Character.isIdeographic(point)) {
                end(letters, parts);
                parts.add(Character.toString(point));
            } else if (Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK) {
                letters.appendCodePoint(point);
            }
        });
        end(letters, parts);
        return parts;
    }

    private static void end(StringBuilder letters, List<String> parts) {
        if (!letters.isEmpty()) {
            parts.add(letters.toString());
            letters.setLength(0);
        }
    }

    private static boolean isHan(String part) {
        return Character.isIdeographic(part.codePointAt(0));
    }

    private Set<String> of(String part, boolean han) {
        if (!han) {
            return Set.of(Pinyin.plain(part));
        }
        return known.computeIfAbsent(part, character -> {
            Set<String> spellings = new LinkedHashSet<>();
            addSpellings(surnames.transliterate(character), spellings);
            addSpellings(general.transliterate(character), spellings);
            polyphones.getOrDefault(character, List.of()).forEach(reading -> addSpellings(reading, spellings));
            return spellings;
        });
    }

    private static void addSpellings(String reading, Set<String> spellings) {
        String syllable = Pinyin.plain(reading);
        if (Pinyin.isWritten(syllable)) {
            spellings.addAll(Pinyin.spellings(syllable));
        }
    }
}

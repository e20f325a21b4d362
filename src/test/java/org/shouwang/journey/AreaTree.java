package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The demo district's divisions as a tree with the places that others run (托管): the oracle's own view of scope. */
final class AreaTree {

    static final UUID ZONE = UUID.nameUUIDFromBytes("demo/organisation/DEVELOPMENT_ZONE".getBytes(UTF_8));

    private static final List<Long> OF_THE_ZONE = List.of(610304102000L, 610304103000L, 610304104000L, 610304116000L);

    private final Map<Long, String> levels = new TreeMap<>();

    /** Area to the area or organisation that runs it. */
    private final Map<Long, Object> hosts = new TreeMap<>();

    private AreaTree() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(AreaTree.class.getResourceAsStream("/demo/areas-610304.csv")), UTF_8))) {
            rows.forEach(row -> levels.put(Long.valueOf(row.getField("code")), row.getField("level")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OF_THE_ZONE.forEach(town -> hosts.put(town, ZONE));
    }

    static AreaTree ofTheDemoDistrict() {
        return new AreaTree();
    }

    Set<Long> all() {
        return levels.keySet();
    }

    List<Long> of(String level) {
        return levels.keySet().stream()
                .filter(code -> level.equals(levels.get(code)))
                .toList();
    }

    List<Long> below(long area) {
        return levels.keySet().stream()
                .filter(code -> Objects.equals(parent(code), area))
                .toList();
    }

    boolean isHosted(long area) {
        return hosts.containsKey(area);
    }

    void host(long area, long host) {
        hosts.put(area, host);
    }

    /**
     * Whether a post at this area or organisation reaches the village: climbing from it, the first place that is the post's
     * own, or that somebody runs for another, decides.
     */
    boolean isRun(long village, Object post) {
        for (Long at = village; at != null; at = parent(at)) {
            if (at.equals(post)) {
                return true;
            }
            Object host = hosts.get(at);
            if (host != null) {
                return host.equals(post);
            }
        }
        return false;
    }

    private @Nullable Long parent(long code) {
        for (long span : new long[] {1_000, 1_000_000, 100_000_000, 10_000_000_000L}) {
            long above = code / span * span;
            if (above != code && levels.containsKey(above)) {
                return above;
            }
        }
        return null;
    }
}

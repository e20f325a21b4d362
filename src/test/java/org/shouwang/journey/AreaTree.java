package org.shouwang.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
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

    private static final long CITY = 610300000000L;

    private static final List<Long> OF_THE_ZONE = List.of(610304102000L, 610304103000L, 610304104000L, 610304116000L);

    private final Map<Long, String> levels = new TreeMap<>();

    /** Area to the area or organisation that runs it. */
    private final Map<Long, Object> hosts = new TreeMap<>();

    /** Organisation to the place that stands above it. */
    private final Map<UUID, Long> seats = new HashMap<>();

    private AreaTree() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(AreaTree.class.getResourceAsStream("/demo/areas-610304.csv")), UTF_8))) {
            rows.forEach(row -> levels.put(Long.valueOf(row.getField("code")), row.getField("level")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OF_THE_ZONE.forEach(town -> hosts.put(town, ZONE));
        seats.put(ZONE, CITY);
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

    void host(long area, Object host) {
        hosts.put(area, host);
    }

    /** An organisation that is no authority of its own, as the zone is: its people work for the area where it sits. */
    void seat(UUID organisation, long area) {
        seats.put(organisation, area);
    }

    /**
     * Whether a post at this area or organisation reaches the village. One climbs from it: from a place that somebody runs for
     * another to who runs it, else to the place above. Whoever is met on the way has the village. The zone is an authority
     * like a county, so the city stands above it; above any other organisation stands the place where it sits.
     */
    boolean isRun(long village, Object post) {
        Set<Object> met = new LinkedHashSet<>();
        for (Object at = village; at != null && met.add(at); at = above(at)) {
            if (at.equals(post)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object above(Object at) {
        if (at instanceof UUID organisation) {
            return seats.get(organisation);
        }
        return hosts.containsKey(at) ? hosts.get(at) : parent((Long) at);
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

package org.shouwang.notification.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** FCM on a bad day. It keeps what it took on for a phone, and of the rest only how often each answer was given. */
public final class FlakyFcm extends FcmStandIn {

    /** Phones whose address begins so have uninstalled the app. */
    public static final String GONE = "gone-";

    /** What becomes of a request, and in how many of a hundred. */
    public enum Fate {
        ACCEPTED(72),
        /** Taken on, and the answer is lost on its way. */
        ACCEPTED_UNHEARD(4),
        BUSY(8),
        FAILED(8),
        UNKNOWN_STATUS(6),
        SILENT(2),
        UNREGISTERED(0);

        private final int percent;

        Fate(int percent) {
            this.percent = percent;
        }

        private static Fate of(int chance) {
            int left = chance;
            for (Fate fate : values()) {
                left -= fate.percent;
                if (left < 0) {
                    return fate;
                }
            }
            throw new IllegalArgumentException("of a hundred, not " + chance);
        }
    }

    /** By what a phone knows a message again: whose it is, and the names that let it replace itself. */
    public record Name(String phone, String tag, String collapseId) {}

    private final long seed;
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Map<String, List<Name>> taken = new HashMap<>();

    public FlakyFcm(long seed) throws IOException {
        this.seed = seed;
    }

    @Override
    void keep(Request request) {
        // The bodies of a long run would fill the memory.
    }

    @Override
    synchronized Answer answerTo(JsonNode body) {
        Fate fate = fate(target(body));
        fates.merge(fate, 1, Integer::sum);
        if (fate == Fate.ACCEPTED || fate == Fate.ACCEPTED_UNHEARD) {
            taken.computeIfAbsent(text(body, "/message/data/nid"), nid -> new ArrayList<>())
                    .add(new Name(
                            target(body),
                            text(body, "/message/android/notification/tag"),
                            text(body, "/message/apns/headers/apns-collapse-id")));
        }
        return answer(fate);
    }

    private Fate fate(String phone) {
        int before = asked.merge(phone, 1, Integer::sum);
        return phone.startsWith(GONE)
                ? Fate.UNREGISTERED
                : Fate.of(new Random(seed + 31L * phone.hashCode() + 1_000_003L * before).nextInt(100));
    }

    private Answer answer(Fate fate) {
        return switch (fate) {
            case ACCEPTED -> accepts();
            case ACCEPTED_UNHEARD -> hangUp();
            case BUSY -> reply(429, Map.of("Retry-After", "1"), refusal(429, "RESOURCE_EXHAUSTED", "QUOTA_EXCEEDED"));
            case FAILED -> reply(500, Map.of(), refusal(500, "INTERNAL", "INTERNAL"));
            case UNKNOWN_STATUS -> reply(418, Map.of(), "");
            case SILENT -> silence();
            case UNREGISTERED -> reply(404, Map.of(), refusal(404, "NOT_FOUND", "UNREGISTERED"));
        };
    }

    private static String text(JsonNode body, String path) {
        return body.at(path).asText();
    }

    /** How often it was asked. */
    public synchronized int requests() {
        return fates.values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized Map<Fate, Integer> fates() {
        return new EnumMap<>(fates);
    }

    /** What it took on, by notification. */
    public synchronized Map<String, List<Name>> taken() {
        Map<String, List<Name>> all = new HashMap<>();
        taken.forEach((nid, names) -> all.put(nid, List.copyOf(names)));
        return Collections.unmodifiableMap(all);
    }
}

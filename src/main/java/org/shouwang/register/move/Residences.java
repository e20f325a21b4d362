package org.shouwang.register.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouwang.platform.AreaCode;

/**
 * Where children and households lived when something was done that arrives only now.
 *
 * @param left villages that each of them has left since, the first one first
 * @param exact whether it is known when it was done; else it may have been at any time since
 * @param gone members whom the household has lost to another one since
 */
public record Residences(Map<UUID, List<AreaCode>> left, boolean exact, Set<UUID> gone) {

    /** Everybody where they live now. */
    public static final Residences OF_NOW = new Residences(Map.of(), true, Set.of());

    public Residences {
        left = Map.copyOf(left);
        gone = Set.copyOf(gone);
    }

    /**
     * Where it was, seen from whoever asks: what they may do where it lives now they may do anyway.
     *
     * @param now where it lives now
     * @param covered whether who asks may act there
     */
    public Optional<AreaCode> within(UUID id, AreaCode now, Predicate<AreaCode> covered) {
        return places(id, now).stream().filter(covered).findFirst();
    }

    private List<AreaCode> places(UUID id, AreaCode now) {
        List<AreaCode> since = left.getOrDefault(id, List.of());
        List<AreaCode> places = new ArrayList<>();
        places.add(now);
        places.addAll(exact ? since.subList(0, Math.min(1, since.size())) : since);
        return places;
    }
}

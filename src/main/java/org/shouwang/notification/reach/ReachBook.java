package org.shouwang.notification.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.staff.AreasAbove;

/** What all areas have decided, as it stood when it was read. */
public record ReachBook(AreasAbove tree, List<Decided> decided) {

    public ReachBook {
        decided = List.copyOf(decided);
    }

    /** What holds at a place: of the nearest area above that has decided, else the standard; also where a post stands nowhere. */
    public ReachSettings at(@Nullable AreaCode place, LocalDate day) {
        return place == null
                ? ReachSettings.STANDARD
                : deciding(place, day).map(Decided::settings).orElse(ReachSettings.STANDARD);
    }

    Optional<Decided> deciding(AreaCode place, LocalDate day) {
        return tree.above(place, day, decided, Decided::area).stream().findFirst();
    }
}

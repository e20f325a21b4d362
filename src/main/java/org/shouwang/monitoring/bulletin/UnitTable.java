package org.shouwang.monitoring.bulletin;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.monitoring.breakdown.Responsibility;
import org.shouwang.monitoring.bulletin.BulletinContent.StatusCounts;
import org.shouwang.monitoring.bulletin.BulletinContent.UnitRow;
import org.shouwang.monitoring.card.CardColour;
import org.shouwang.monitoring.card.Standing;
import org.shouwang.monitoring.card.StandingCards.Out;
import org.shouwang.monitoring.collection.UnitDeliveries.Delivered;
import org.shouwang.monitoring.supervision.WallChartRows.Letters;

/** The units of a bulletin: those that lead for an indicator of it, and those that a card or a letter still asks something. */
record UnitTable(List<Standing> standings, List<Delivered> delivered, List<Out> cards, List<Letters> letters) {

    /** @param ranked whether they are compared */
    List<UnitRow> rows(boolean ranked) {
        Map<UUID, StatusCounts> counts = new LinkedHashMap<>();
        names().keySet().forEach(unit -> counts.put(unit, counts(unit)));
        return names().entrySet().stream()
                .map(unit -> row(unit.getKey(), unit.getValue(), counts, ranked))
                .sorted(Comparator.comparing(
                                (UnitRow row) -> Optional.ofNullable(row.rank()).orElse(Integer.MAX_VALUE))
                        .thenComparing(UnitRow::unitName)
                        .thenComparing(UnitRow::unitId))
                .toList();
    }

    private Map<UUID, String> names() {
        Map<UUID, String> names = new LinkedHashMap<>();
        standings.forEach(one -> {
            Responsibility line = one.line();
            if (line != null) {
                names.put(line.unitId(), line.unitName());
            }
        });
        cards.forEach(card -> names.put(card.unitId(), card.unitName()));
        letters.forEach(one -> names.put(one.unitId(), one.unitName()));
        return names;
    }

    private StatusCounts counts(UUID unit) {
        return Tally.of(standings.stream()
                .filter(one -> {
                    Responsibility line = one.line();
                    return line != null && line.unitId().equals(unit);
                })
                .map(Standing::status)
                .toList());
    }

    private UnitRow row(UUID unit, String name, Map<UUID, StatusCounts> counts, boolean ranked) {
        StatusCounts own = counts.getOrDefault(unit, Tally.of(List.of()));
        Delivered given = delivered.stream()
                .filter(one -> one.unitId().equals(unit))
                .findFirst()
                .orElse(new Delivered(unit, 0, 0, 0, 0));
        Optional<Letters> open =
                letters.stream().filter(one -> one.unitId().equals(unit)).findFirst();
        return new UnitRow(
                unit,
                name,
                own,
                Tally.share(own).orElse(null),
                ranked ? Ranking.place(own, counts.values()).orElse(null) : null,
                given.due(),
                given.inTime(),
                given.late(),
                given.owed(),
                given.returned(),
                cards(unit, CardColour.YELLOW),
                cards(unit, CardColour.RED),
                open.map(Letters::open).orElse(0),
                open.map(Letters::overdue).orElse(0));
    }

    private int cards(UUID unit, CardColour colour) {
        return (int) cards.stream()
                .filter(card -> card.unitId().equals(unit) && card.colour() == colour)
                .count();
    }
}

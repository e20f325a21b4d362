package org.shouwang.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of area codes as disjoint half-open ranges in order: the shape of every scope, holes included. */
public record AreaRanges(List<Range> ranges) {

    public static final AreaRanges NONE = new AreaRanges(List.of());

    /** Every code that an area can have. */
    public static final AreaRanges EVERYWHERE = of(100_000_000_000L, 1_000_000_000_000L);

    /** Codes from {@code from} (inclusive) to {@code to} (exclusive). */
    public record Range(long from, long to) {
        public Range {
            if (from >= to) {
                throw new IllegalArgumentException("an area range is not empty");
            }
        }
    }

    public AreaRanges {
        ranges = List.copyOf(ranges);
    }

    public static AreaRanges of(long from, long to) {
        return new AreaRanges(List.of(new Range(from, to)));
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(AreaCode code) {
        return ranges.stream().anyMatch(range -> range.from() <= code.value() && code.value() < range.to());
    }

    public AreaRanges union(AreaRanges other) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.addAll(other.ranges);
        sorted.sort(Comparator.comparingLong(Range::from));
        List<Range> merged = new ArrayList<>();
        for (Range next : sorted) {
            int last = merged.size() - 1;
            if (last >= 0 && next.from() <= merged.get(last).to()) {
                Range before = merged.get(last);
                merged.set(last, new Range(before.from(), Math.max(before.to(), next.to())));
            } else {
                merged.add(next);
            }
        }
        return new AreaRanges(merged);
    }

    public AreaRanges minus(AreaRanges holes) {
        AreaRanges rest = this;
        for (Range hole : holes.ranges) {
            rest = rest.without(hole);
        }
        return rest;
    }

    private AreaRanges without(Range hole) {
        List<Range> rest = new ArrayList<>();
        for (Range range : ranges) {
            if (hole.to() <= range.from() || range.to() <= hole.from()) {
                rest.add(range);
                continue;
            }
            if (range.from() < hole.from()) {
                rest.add(new Range(range.from(), hole.from()));
            }
            if (hole.to() < range.to()) {
                rest.add(new Range(hole.to(), range.to()));
            }
        }
        return new AreaRanges(rest);
    }

    public AreaRanges intersect(AreaRanges other) {
        return minus(this.minus(other));
    }

    /** Lower bounds, aligned with {@link #upper()}: the two arrays that SQL joins against. */
    public Long[] lower() {
        return ranges.stream().map(Range::from).toArray(Long[]::new);
    }

    public Long[] upper() {
        return ranges.stream().map(Range::to).toArray(Long[]::new);
    }
}

package org.shouwang.platform.audit;

import java.time.YearMonth;
import java.util.Optional;
import org.shouwang.platform.secret.AuditKey;

/** Follows the seals of one table in their order and says where they do not follow one another. */
final class SealWalk {

    private final SealedTable table;
    private final AuditKey key;
    private final YearMonth now;
    private long number;
    private String chained = Seal.BEGINNING;
    private long from;
    private long to;
    private long rows;

    SealWalk(SealedTable table, AuditKey key, YearMonth now) {
        this.table = table;
        this.key = key;
        this.now = now;
    }

    SealedTable table() {
        return table;
    }

    /** The last seal's number; 0 before the first. */
    long number() {
        return number;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    /** Rows of the current range that the seals so far hold and that were not dropped. */
    long rows() {
        return rows;
    }

    /** The last seal, as it is told outside. */
    String head() {
        return table.table() + ':' + number + ':' + chained;
    }

    /** Whether the next seal begins another range. */
    boolean leaves(Seal next) {
        return number > 0 && next.from() != from;
    }

    /** Goes on to the next seal, unless it does not follow. */
    Optional<Verdict.Broken> step(Seal next) {
        if (next.number() != number + 1) {
            return Optional.of(broken(next, "seal %d is missing".formatted(number + 1)));
        }
        if (!next.previous().equals(chained) || !next.isGenuine(key)) {
            return Optional.of(broken(next, "the seal itself was changed, or made with another key"));
        }
        boolean sameRange = number > 0 && next.from() == from && next.to() == to;
        if (!sameRange && next.from() != to) {
            return Optional.of(broken(next, "it does not begin where the one before ends"));
        }
        if (next.dropped() && !next.mayBeDropped(now)) {
            return Optional.of(broken(next, "it is marked as dropped, but its month must still be kept"));
        }
        rows = (sameRange ? rows : 0) + (next.dropped() ? 0 : next.sum().rows());
        number = next.number();
        chained = next.chained();
        from = next.from();
        to = next.to();
        return Optional.empty();
    }

    /** What is wrong with the range that the walk is in. */
    Verdict.Broken broken(String what) {
        return new Verdict.Broken(table, number, from, to, what);
    }

    private static Verdict.Broken broken(Seal seal, String what) {
        return new Verdict.Broken(seal.table(), seal.number(), seal.from(), seal.to(), what);
    }
}

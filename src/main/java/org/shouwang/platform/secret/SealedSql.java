package org.shouwang.platform.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwang.platform.secret.HashState.Phase;
import org.shouwang.platform.secret.SealedColumn.Hashed;

/** Statements over one encrypted column, for a node whose keys are in one phase. */
record SealedSql(SealedColumn column, Phase phase) {

    /** Small, so that nobody who wants one of the rows waits long. */
    static final int BATCH = 200;

    /** Five bytes name the key of a ciphertext; here as hexadecimal digits. */
    String mark() {
        return "encode(substring(%s from 1 for %d), 'hex')".formatted(column.cipher(), EncryptionKeys.MARK_BYTES);
    }

    /** What a row must look like to be worked on; empty when no row can. */
    Optional<String> due(List<String> olderMarks) {
        List<String> reasons = new ArrayList<>();
        if (!olderMarks.isEmpty()) {
            reasons.add(mark() + olderMarks.stream().collect(Collectors.joining("', '", " in ('", "')")));
        }
        if (column.clear() != null) {
            reasons.add(column.clear() + " is not null");
        }
        if (phase != Phase.REST) {
            unfinished().ifPresent(reasons::add);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join(" or ", reasons));
    }

    /** Rows that keep the next phase from beginning; a {@code hash_next} like {@code hash} is left from the last change. */
    Optional<String> unfinished() {
        return Optional.ofNullable(column.hashed()).map(hashed -> (switch (phase) {
                    case REST -> "%2$s is not null and %2$s <> %1$s";
                    case FILLING -> "%1$s is not null and (%2$s is null or %2$s = %1$s)";
                    case MOVING -> "%1$s is not null and %2$s is distinct from %1$s";
                })
                .formatted(hashed.hash(), hashed.next()));
    }

    /** The next due rows after a key, locked; those that somebody else holds come another time. */
    String claim(String due) {
        Hashed hashed = column.hashed();
        return """
                select %1$s, %2$s as cipher, %3$s as clear, %4$s as purpose
                from %5$s
                where (%1$s) > (%6$s) and (%7$s)
                order by %1$s
                limit %8$d
                for update skip locked
                """.formatted(
                        column.keyColumns(),
                        column.cipher(),
                        column.clear() == null ? "null::text" : column.clear(),
                        hashed == null ? "null::text" : hashed.purpose(),
                        column.table(),
                        column.keyParameters(1),
                        due,
                        BATCH);
    }

    /** Whether {@link #store} takes a hash. */
    boolean storesHash() {
        return column.hashed() != null && phase != Phase.REST;
    }

    /** Stores one value anew: {@code $1} the ciphertext, then the hash under the newest key, if it takes one, then the key. */
    String store() {
        List<String> set = new ArrayList<>(List.of(column.cipher() + " = $1"));
        if (column.clear() != null) {
            set.add(column.clear() + " = null");
        }
        Hashed hashed = column.hashed();
        if (hashed != null && phase != Phase.REST) {
            set.add(hashed.next() + " = $2");
        }
        if (hashed != null && phase == Phase.MOVING) {
            set.add(hashed.hash() + " = $2");
        }
        return "update %s set %s where (%s) = (%s)"
                .formatted(
                        column.table(),
                        String.join(", ", set),
                        column.keyColumns(),
                        column.keyParameters(storesHash() ? 3 : 2));
    }
}

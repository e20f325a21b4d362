package org.shouwang.protection;

import io.smallrye.mutiny.Uni;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.record.RequestHash;
import org.shouwang.platform.record.SessionSql;

/**
 * An act that was done before, as far as a repetition needs it.
 *
 * @param kind what was done: two kinds may be asked for in the same words
 * @param hash of what was asked, in hex; empty where the server did it by itself
 * @param subjectId the record in which it was done
 */
public record DoneBefore(String kind, String hash, UUID subjectId, UUID workerId) {

    /**
     * What was done under an id, in the session of the use case.
     *
     * @param query of kind, hash in hex, subject and worker of the act $1
     */
    public static Uni<Optional<DoneBefore>> read(String query, UUID act) {
        return SessionSql.rows(query, act).map(rows -> rows.stream().findFirst().map(DoneBefore::of));
    }

    private static DoneBefore of(@Nullable Object[] row) {
        return new DoneBefore(
                (String) Objects.requireNonNull(row[0]),
                (String) Objects.requireNonNull(row[1]),
                (UUID) Objects.requireNonNull(row[2]),
                (UUID) Objects.requireNonNull(row[3]));
    }

    /** Whether the same worker asks for the same again. */
    public boolean isRepeatedBy(Enum<?> asked, RequestHash request, UUID subject, UUID worker) {
        return kind.equals(asked.name())
                && hash.equals(HexFormat.of().formatHex(request.bytes()))
                && subjectId.equals(subject)
                && workerId.equals(worker);
    }
}

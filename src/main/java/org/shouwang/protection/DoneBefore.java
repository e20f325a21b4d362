package org.shouwang.protection;

import java.util.HexFormat;
import java.util.UUID;
import org.shouwang.platform.record.RequestHash;

/**
 * An act that was done before, as far as a repetition needs it.
 *
 * @param hash of what was asked, in hex
 * @param subjectId the record in which it was done
 */
public record DoneBefore(String hash, UUID subjectId, UUID workerId) {

    /** Whether the same worker asks for the same again. */
    public boolean isRepeatedBy(RequestHash asked, UUID subject, UUID worker) {
        return hash.equals(HexFormat.of().formatHex(asked.bytes()))
                && subjectId.equals(subject)
                && workerId.equals(worker);
    }
}

package org.shouwang.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.record.RequestHash;

/**
 * Children who live in another village from now on.
 *
 * @param household whose home they share there; their own one when it moves with them
 * @param responsible the post that looks after them there, empty while it is vacant
 * @param request what asked for it
 */
public record Relocation(
        List<UUID> childIds,
        AreaCode to,
        UUID household,
        String address,
        @Nullable String hamlet,
        Optional<UUID> responsible,
        Instant at,
        UUID workerId,
        RequestHash request) {

    public Relocation {
        childIds = List.copyOf(childIds);
    }

    /** The same of these children. */
    public Relocation of(List<UUID> children) {
        return new Relocation(children, to, household, address, hamlet, responsible, at, workerId, request);
    }

    /** A household that is made for them, with members of the one that they leave. */
    public record Newcomers(UUID leaving, String headName, Optional<String> phone, Collection<UUID> memberIds) {

        @Override
        public String toString() {
            return "***";
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}

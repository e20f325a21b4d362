package org.shouwang.platform.secret;

import org.jspecify.annotations.Nullable;

/**
 * Where a change of the hash key stands, as one node is configured or as the database has come. The keys appear as what they
 * make of a known text, in hexadecimal digits.
 *
 * @param hash under the only key, or under the older of two
 * @param next under the newer of two keys
 */
record HashState(Phase phase, String hash, @Nullable String next) {

    /**
     * Two configurations that follow each other may serve at the same time, since they share a column that is unique under
     * one key: {@code hash} in REST and FILLING, {@code hash_next} in FILLING and MOVING, {@code hash} again in MOVING and the
     * REST that follows.
     */
    enum Phase {
        /** One key: {@code hash} is under it; {@code hash_next} is not written. */
        REST,
        /** {@code hash} is under the old key and {@code hash_next} under the new one, which older rows still get. */
        FILLING,
        /** Both columns are under the new key; {@code hash} of older rows still gets there. */
        MOVING
    }

    static HashState rest(String hash) {
        return new HashState(Phase.REST, hash, null);
    }

    static HashState filling(String old, String coming) {
        return new HashState(Phase.FILLING, old, coming);
    }

    static HashState moving(String old, String coming) {
        return new HashState(Phase.MOVING, old, coming);
    }

    /** What a database in this state means for a node that starts with {@code configured}. */
    enum Verdict {
        /** The node fits. */
        FITS,
        /** The node begins the next phase, provided that the last one is complete. */
        BEGINS,
        /** The node would write what others do not find, or twice what they hold unique. */
        REFUSED
    }

    Verdict judge(HashState configured) {
        if (equals(configured) || configured.leadsTo(this)) {
            return Verdict.FITS;
        }
        return leadsTo(configured) ? Verdict.BEGINS : Verdict.REFUSED;
    }

    private boolean leadsTo(HashState later) {
        return switch (phase) {
            case REST -> later.phase == Phase.FILLING && hash.equals(later.hash);
            case FILLING -> later.equals(new HashState(Phase.MOVING, hash, next));
            case MOVING -> later.phase == Phase.REST && later.hash.equals(next);
        };
    }
}

package org.shouwang.platform.secret;

import java.util.Optional;

/** Keys as a test gives them. */
record Keys(
        String audit,
        String encryption,
        String hash,
        Optional<String> hashNext,
        Optional<String> hashPrevious,
        String token,
        Optional<String> escrow)
        implements KeysConfig {

    static Keys fresh() {
        return with(NewKeys.encryption(), NewKeys.symmetric());
    }

    static Keys with(String encryption, String hash) {
        return new Keys(
                NewKeys.symmetric(),
                encryption,
                hash,
                Optional.empty(),
                Optional.empty(),
                NewKeys.symmetric(),
                Optional.empty());
    }

    Keys next(String key) {
        return new Keys(audit, encryption, hash, Optional.of(key), hashPrevious, token, escrow);
    }

    Keys previous(String key) {
        return new Keys(audit, encryption, hash, hashNext, Optional.of(key), token, escrow);
    }
}

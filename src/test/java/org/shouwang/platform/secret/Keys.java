package org.shouwang.platform.secret;

import java.util.Optional;

/** Keys as a test gives them. */
record Keys(String encryption, String hash, String token, Optional<String> escrow) implements KeysConfig {

    static Keys fresh() {
        return new Keys(NewKeys.encryption(), NewKeys.symmetric(), NewKeys.symmetric(), Optional.empty());
    }
}

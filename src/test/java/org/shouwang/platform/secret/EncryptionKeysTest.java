package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher.Place;

class EncryptionKeysTest {

    private static final Place PLACE = new Place("child", "id_number_cipher", new UUID(0, 1));

    private final EncryptionKeys first = EncryptionKeys.fresh();

    private static FieldCipher cipher(EncryptionKeys keys) {
        return new FieldCipher(Keys.with(keys.json(), NewKeys.symmetric()));
    }

    private static String mark(byte[] closed) {
        return HexFormat.of().formatHex(closed, 0, EncryptionKeys.MARK_BYTES);
    }

    @Test
    void anAddedKeyOpensBeforeItCloses() {
        EncryptionKeys added = first.withNewKey();

        String newest = added.keys().get(1).mark();

        assertThat(mark(cipher(added).encrypt("x", PLACE)))
                .isEqualTo(first.keys().get(0).mark());
        byte[] byANodeAhead = cipher(added.withNewestPrimary()).encrypt("x", PLACE);
        assertThat(mark(byANodeAhead)).isEqualTo(newest);
        assertThat(cipher(added).decrypt(byANodeAhead, PLACE)).isEqualTo("x");
    }

    @Test
    void onlyKeysBeforeThePrimaryAreOlder() {
        EncryptionKeys added = first.withNewKey();

        assertThat(added.olderMarks()).isEmpty();
        assertThat(added.withNewestPrimary().olderMarks())
                .containsExactly(first.keys().get(0).mark());
    }

    @Test
    void aDroppedKeyOpensNothingMoreAndThePrimaryIsNotDropped() {
        byte[] closed = cipher(first).encrypt("x", PLACE);
        EncryptionKeys promoted = first.withNewKey().withNewestPrimary();
        String old = promoted.keys().get(0).id();

        EncryptionKeys rest = promoted.without(old).orElseThrow();

        assertThat(rest.keys()).hasSize(1);
        assertThat(cipher(promoted).decrypt(closed, PLACE)).isEqualTo("x");
        assertThatThrownBy(() -> cipher(rest).decrypt(closed, PLACE)).isInstanceOf(IllegalStateException.class);
        assertThat(rest.without(rest.keys().get(0).id())).isEmpty();
        assertThat(rest.without("12")).isEmpty();
    }

    @Test
    void aDamagedKeySetIsRefusedWithoutBeingPrinted() {
        String damaged = first.json().substring(0, 120);

        assertThatThrownBy(() -> EncryptionKeys.parse(damaged))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("SHOUWANG_KEYS_ENCRYPTION")
                .hasMessageNotContaining(damaged.substring(60))
                .hasNoCause();
    }
}

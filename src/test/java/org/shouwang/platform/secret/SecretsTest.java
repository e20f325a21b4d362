package org.shouwang.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.secret.FieldCipher.Place;

class SecretsTest {

    private static final String CLEAR = "阳平镇上河滩 12 号";
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Place PLACE = new Place("child", "residence_address_cipher", ID);

    private final Keys keys = Keys.fresh();

    private record Keys(String audit, String encryption, String hash, String token) implements KeysConfig {

        static Keys fresh() {
            return new Keys(NewKeys.symmetric(), NewKeys.encryption(), NewKeys.symmetric(), NewKeys.symmetric());
        }
    }

    @Test
    void aFieldOpensWhereItWasClosed() throws GeneralSecurityException {
        FieldCipher cipher = new FieldCipher(keys);

        byte[] closed = cipher.encrypt(CLEAR, PLACE);

        assertThat(cipher.decrypt(closed, PLACE)).isEqualTo(CLEAR);
        assertThat(new String(closed, UTF_8)).doesNotContain("上河滩");
    }

    @Test
    void theSameTextIsClosedDifferentlyEachTime() throws GeneralSecurityException {
        FieldCipher cipher = new FieldCipher(keys);

        assertThat(cipher.encrypt(CLEAR, PLACE)).isNotEqualTo(cipher.encrypt(CLEAR, PLACE));
    }

    @Test
    void aCiphertextMovedToAnotherPlaceDoesNotOpen() throws GeneralSecurityException {
        FieldCipher cipher = new FieldCipher(keys);
        byte[] closed = cipher.encrypt(CLEAR, PLACE);

        for (Place other : new Place[] {
            new Place("household", PLACE.column(), ID),
            new Place(PLACE.table(), "hukou_address_cipher", ID),
            new Place(PLACE.table(), PLACE.column(), new UUID(0, 2))
        }) {
            assertThatThrownBy(() -> cipher.decrypt(closed, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageNotContaining("上河滩");
        }
    }

    @Test
    void aCiphertextOfAnotherKeyOrChangedByOneBitDoesNotOpen() throws GeneralSecurityException {
        FieldCipher cipher = new FieldCipher(keys);
        byte[] closed = cipher.encrypt(CLEAR, PLACE);
        byte[] changed = closed.clone();
        changed[changed.length - 1] ^= 1;
        FieldCipher otherKey = new FieldCipher(Keys.fresh());

        assertThatThrownBy(() -> otherKey.decrypt(closed, PLACE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cipher.decrypt(changed, PLACE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHashFindsAValueAgainButOnlyWithTheKeyAndForItsPurpose() {
        KeyedHash hash = new KeyedHash(keys);
        String number = "990101201506010014";

        byte[] found = hash.of(new IdentityNumber(number));

        assertThat(found).hasSize(32).isEqualTo(hash.of(new IdentityNumber(number)));
        assertThat(found)
                .isNotEqualTo(hash.of(new PhoneNumber(number)))
                .isNotEqualTo(hash.ofPushTarget(number))
                .isNotEqualTo(hash.ofDocument("PASSPORT", number))
                .isNotEqualTo(new KeyedHash(Keys.fresh()).of(new IdentityNumber(number)));
    }

    @Test
    void documentsOfTwoKindsWithOneNumberAreTwoDocuments() {
        KeyedHash hash = new KeyedHash(keys);

        assertThat(hash.ofDocument("PASSPORT", "E12345678")).isNotEqualTo(hash.ofDocument("BIRTH_CERT", "E12345678"));
    }
}

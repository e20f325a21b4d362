package org.shouwang.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;

class KeyEscrowTest {

    private static final String PRIVATE = EscrowBox.newPrivateKey();

    private static KeyEscrow escrow(ConfigSource source) {
        return new KeyEscrow(new SmallRyeConfigBuilder().withSources(source).build());
    }

    private static Map<String, String> settings() throws GeneralSecurityException {
        Map<String, String> settings = new HashMap<>();
        settings.put("shouwang.keys.token", "token-key");
        settings.put("shouwang.keys.hash-next", "next-key");
        settings.put("shouwang.keys.encryption", "{\n  \"primaryKeyId\": 7\n}");
        settings.put("shouwang.keys.audit", "audit-key");
        settings.put("shouwang.database.password", "not a key");
        settings.put("shouwang.keys.escrow", EscrowBox.publicKey(PRIVATE));
        return settings;
    }

    @Test
    void everyKeyComesOutOfTheSafeAsALineForTheEnvironment() throws GeneralSecurityException {
        String sealed = escrow(new PropertiesConfigSource(settings(), "test", 100))
                .sealed()
                .orElseThrow();

        assertThat(sealed).hasLineCount(1).doesNotContain("token-key", "audit-key");
        assertThat(EscrowBox.open("log line\n" + sealed + "\n", PRIVATE)).isEqualTo("""
                        SHOUWANG_KEYS_AUDIT=audit-key
                        SHOUWANG_KEYS_ENCRYPTION={"primaryKeyId":7}
                        SHOUWANG_KEYS_HASH_NEXT=next-key
                        SHOUWANG_KEYS_TOKEN=token-key""");
    }

    @Test
    void keysOfTheEnvironmentAreSealedToo() throws GeneralSecurityException {
        Map<String, String> environment =
                Map.of("SHOUWANG_KEYS_HASH", "hash-key", "SHOUWANG_KEYS_ESCROW", EscrowBox.publicKey(PRIVATE));

        String sealed = escrow(new EnvConfigSource(environment, 300)).sealed().orElseThrow();

        assertThat(EscrowBox.open(sealed, PRIVATE)).isEqualTo("SHOUWANG_KEYS_HASH=hash-key");
    }

    @Test
    void withoutASafeNothingIsSealed() throws GeneralSecurityException {
        Map<String, String> settings = settings();
        settings.remove("shouwang.keys.escrow");

        assertThat(escrow(new PropertiesConfigSource(settings, "test", 100)).sealed())
                .isEmpty();
    }

    @Test
    void anotherPrivateKeyOpensNothing() throws GeneralSecurityException {
        String sealed = escrow(new PropertiesConfigSource(settings(), "test", 100))
                .sealed()
                .orElseThrow();

        assertThatThrownBy(() -> EscrowBox.open(sealed, EscrowBox.newPrivateKey()))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> EscrowBox.open(sealed.substring(0, 60) + "!", PRIVATE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> EscrowBox.open("no sealed line", PRIVATE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void theSettingForTheSafeHoldsNoSecret() throws GeneralSecurityException {
        assertThatThrownBy(() ->
                        EscrowBox.open(EscrowBox.seal("x", EscrowBox.publicKey(PRIVATE)), EscrowBox.publicKey(PRIVATE)))
                .isInstanceOf(GeneralSecurityException.class);
    }
}

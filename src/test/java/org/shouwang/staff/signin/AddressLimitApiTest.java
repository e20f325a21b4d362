package org.shouwang.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;

/** One address tries many numbers, none of them often. Each test comes from an address of its own. */
@QuarkusTest
class AddressLimitApiTest {

    private static final String LIMITED = "urn:shouwang:problem:too-many-from-address";

    @Inject
    AddressLimitConfig limits;

    private static Neighbour.Heard logIn(String address, String... headers) {
        return new Neighbour(address)
                .post("login", Map.of("phone", Accounts.DIRECTOR.phone(), "password", Accounts.PASSWORD), headers);
    }

    private static Neighbour.Heard ask(String address) {
        return new Neighbour(address).post("code", Map.of("phone", Doors.unknownNumber()));
    }

    /** With a code that nobody was sent: a failure that costs no password. */
    private static Neighbour.Heard guess(String address, String... headers) {
        return new Neighbour(address)
                .post("login/code", Map.of("phone", Doors.unknownNumber(), "code", "00000000"), headers);
    }

    /** Goes on until it is stopped, which may be a little later than the limit, since time goes on too. */
    private static Neighbour.Heard untilStopped(int limit, int answered, Supplier<Neighbour.Heard> attempt) {
        for (int i = 0; i < limit; i++) {
            assertThat(attempt.get().status()).isEqualTo(answered);
        }
        return Stream.generate(attempt)
                .limit(limit)
                .filter(heard -> heard.status() != answered)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoTriesManyNumbersIsStoppedAndOthersAreNot() {
        Neighbour.Heard stopped = untilStopped(limits.failures(), 401, () -> guess("127.0.7.1"));

        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.text()).contains(LIMITED);
        assertThat(Integer.parseInt(stopped.header("Retry-After"))).isBetween(1, 60);
        assertThat(logIn("127.0.7.2").status()).isEqualTo(200);
        await().until(() -> logIn("127.0.7.1").status() == 200);
    }

    @Test
    void aSuccessDoesNotCount() {
        untilStopped(limits.failures(), 401, () -> guess("127.0.7.3"));
        await().until(() -> logIn("127.0.7.3").status() == 200);

        assertThat(logIn("127.0.7.3").status()).isEqualTo(200);
    }

    @Test
    void nobodyTalksHimselfOutOfItWithAHeader() {
        AtomicInteger said = new AtomicInteger();

        Neighbour.Heard stopped = untilStopped(limits.failures(), 401, () -> {
            String other = "10.0." + said.get() / 256 + "." + said.getAndIncrement() % 256;
            return guess("127.0.7.4", "X-Forwarded-For: " + other, "Forwarded: for=" + other);
        });

        assertThat(stopped.status()).isEqualTo(429);
    }

    @Test
    void codesBySmsAreLimitedByThemselves() {
        Neighbour.Heard stopped = untilStopped(limits.codes(), 202, () -> ask("127.0.7.5"));

        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.text()).contains(LIMITED);
        assertThat(ask("127.0.7.6").status()).isEqualTo(202);
        assertThat(logIn("127.0.7.5").status()).isEqualTo(200);
        await().until(() -> ask("127.0.7.5").status() == 202);
    }
}

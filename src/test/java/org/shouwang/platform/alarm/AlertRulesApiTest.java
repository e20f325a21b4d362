package org.shouwang.platform.alarm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.secret.PhoneNumber;
import org.shouwang.platform.sms.Sms;
import org.shouwang.platform.sms.SmsGateway;
import org.shouwang.platform.sms.SmsPurpose;

/** A rule about something that the server does not show would never be heard. */
@QuarkusTest
class AlertRulesApiTest {

    private static final Path RULES = Path.of("docs", "alerts.yml");

    /** Jobs that are timed where the clock puts them to work, which it does not in tests. */
    private static final Set<String> NOT_SHOWN_HERE = Set.of("shouwang_job_seconds_count");

    @Inject
    @All
    List<Alarm> alarms;

    @Inject
    WatchAlarms watch;

    @Inject
    SmsGateway sms;

    @Test
    void everyAlarmHasARuleAndEveryRuleAnAlarm() throws IOException {
        assertThat(found("alarm=\"([a-z-]+)\""))
                .containsExactlyInAnyOrderElementsOf(
                        alarms.stream().map(Alarm::name).toList());
    }

    @Test
    void everyMetricOfTheRulesIsThere() throws Throwable {
        watched(watch);
        VertxContextSupport.subscribeAndAwait(() -> sms.send(aMessage()));
        String shown =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        Set<String> missing = found("\\b((?:shouwang|http)_[a-z_]+)").stream()
                .filter(metric -> !NOT_SHOWN_HERE.contains(metric))
                .filter(metric -> !Pattern.compile("(?m)^" + metric + "[{ ]")
                        .matcher(shown)
                        .find())
                .collect(Collectors.toSet());

        assertThat(missing).isEmpty();
    }

    private static Sms aMessage() {
        return new Sms(
                UUID.randomUUID(), SmsPurpose.URGENT, new AreaCode(610304000000L), new PhoneNumber("19900000001"), "1");
    }

    private static void watched(BackgroundJob job) throws Throwable {
        Uni<Integer> once = job.runOnce();
        VertxContextSupport.subscribeAndAwait(() -> once);
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(RULES))
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }
}

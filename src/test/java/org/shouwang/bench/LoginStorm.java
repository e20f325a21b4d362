package org.shouwang.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thousand people who sign in at the same moment, in a process of their own: {@code LoginStorm api password}. Each tries again
 * after {@code Retry-After} until it is in. Ends when its input does, and prints how often which status was answered.
 */
final class LoginStorm {

    private static final int CLIENTS = 1000;
    private static final int DEMO_PHONES = 200;
    private static final long FIRST_DEMO_PHONE = 13800000001L;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final URI login;
    private final String password;

    private LoginStorm(URI api, String password) {
        this.login = api.resolve("auth/login");
        this.password = password;
    }

    public static void main(String... args) throws Exception {
        LoginStorm storm = new LoginStorm(URI.create(args[0]), args[1]);
        for (int i = 0; i < CLIENTS; i++) {
            storm.signIn(FIRST_DEMO_PHONE + i % DEMO_PHONES);
        }
        System.in.transferTo(System.out);
        System.out.println(storm.answers);
        Runtime.getRuntime().halt(0);
    }

    private void signIn(long phone) {
        HttpRequest request = HttpRequest.newBuilder(login)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"phone\": \"%d\", \"password\": \"%s\"}".formatted(phone, password)))
                .build();
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).thenAccept(answer -> {
            answers.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            answer.headers()
                    .firstValueAsLong("Retry-After")
                    .ifPresent(wait -> timer.schedule(() -> signIn(phone), wait, TimeUnit.SECONDS));
        });
    }
}

package org.shouwang.register.child;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Families;
import org.shouwang.testsupport.Sql;

@QuarkusTest
class RegisterRaceApiTest {

    private static final int AT_ONCE = 4;

    @Inject
    DataSource database;

    @RepeatedTest(5)
    void ofRequestsThatRegisterOnePersonTogetherOneIsTaken() throws Exception {
        Families.Household household = Families.settle(Accounts.DIRECTOR, Accounts.VILLAGE);
        String number = Families.boysNumber();

        List<Response> answers = together(i -> {
            Map<String, Object> form = Families.child(Accounts.VILLAGE, household);
            form.put("idNumber", number);
            return new Put("/api/v1/children/" + UUID.randomUUID(), form);
        });

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409, 409, 409);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 409).allSatisfy(answer -> assertThat(
                        answer.<String>path("type"))
                .isEqualTo("urn:shouwang:problem:already-registered"));
    }

    @RepeatedTest(5)
    void ofEqualRequestsThatArriveTogetherOneMakesTheRecord() throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = Families.household(Accounts.VILLAGE, UUID.randomUUID(), UUID.randomUUID());

        List<Response> answers = together(i -> new Put("/api/v1/households/" + id, form));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 200, 200, 200);
        assertThat(Sql.number(database, "select count(*) from audit where subject_id = ?", id))
                .isEqualTo(1);
    }

    private record Put(String path, Map<String, Object> body) {}

    private static List<Response> together(IntFunction<Put> puts) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                Put put = puts.apply(i);
                var request = Accounts.DIRECTOR.request().body(put.body());
                running.add(threads.submit(() -> {
                    start.await();
                    return request.put(put.path());
                }));
            }
            start.countDown();
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : running) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}

package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What holds for every operation of the OpenAPI document, also for those that are added tomorrow. */
@QuarkusTest
class EveryOperationApiTest {

    @Test
    void nothingButSignInIsAnsweredWithoutAToken() {
        assertThat(Operations.all()).isNotEmpty().allSatisfy(operation -> {
            Response answer = given().contentType(ContentType.JSON).request(operation.method(), operation.address());
            if (!MatrixRows.OPEN.contains(operation.id())) {
                assertThat(answer.statusCode()).as(operation.id()).isEqualTo(401);
                assertThat(answer.<String>path("type")).isEqualTo("urn:shouwang:problem:not-signed-in");
            }
        });
    }

    @Test
    void everyOperationIsNamedAndDocumented() {
        assertThat(Operations.all()).allSatisfy(operation -> {
            assertThat(operation.id()).isNotBlank();
            assertThat(operation.details().get("summary")).as(operation.id()).isNotNull();
            assertThat(operation.details().get("tags")).as(operation.id()).isNotNull();
            assertThat(operation.details().get("responses"))
                    .asInstanceOf(InstanceOfAssertFactories.MAP)
                    .as(operation.id())
                    .containsKeys("400", "401", "500", "503");
        });
    }
}

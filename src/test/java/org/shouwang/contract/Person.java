package org.shouwang.contract;

import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.shouwang.testsupport.Accounts;

/** Who acts in transcripts: accounts of the demo district, by the names that transcripts give them. */
enum Person {
    director(Accounts.DIRECTOR, "CHILDREN_DIRECTOR"),
    neighbour(Accounts.CHAIR_AND_DIRECTOR, "CHILDREN_DIRECTOR"),
    otherDirector(Accounts.OTHER_TOWN_DIRECTOR, "CHILDREN_DIRECTOR"),
    coordinator(Accounts.COORDINATOR, "TOWNSHIP_COORDINATOR");

    private static final Map<Person, String> TOKENS = new HashMap<>();
    private static final Map<Person, Map<String, String>> SELVES = new HashMap<>();

    private final Accounts account;
    private final String roleCode;

    Person(Accounts account, String roleCode) {
        this.account = account;
        this.roleCode = roleCode;
    }

    /** Signing in costs a moment, so each signs in once for all transcripts. */
    RequestSpecification request() {
        return Accounts.with(TOKENS.computeIfAbsent(this, person -> person.account.token()));
    }

    /** {@code {{director.workerId}}} and the like. */
    void introduce(Bindings bindings) {
        SELVES.computeIfAbsent(this, Person::self)
                .forEach((name, value) -> bindings.keep(name() + "." + name, TextNode.valueOf(value)));
    }

    private Map<String, String> self() {
        JsonPath me =
                request().get("/api/v1/me").then().statusCode(200).extract().jsonPath();
        Map<String, String> post = me.getMap("appointments.find { it.roleCode == '" + roleCode + "' }");
        return Map.of(
                "workerId", me.getString("worker.id"),
                "appointmentId", post.get("id"),
                "areaCode", post.get("areaCode"),
                "phone", account.phone());
    }
}

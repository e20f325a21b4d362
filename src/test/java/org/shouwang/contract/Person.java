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
    private static final Map<Person, JsonPath> SELVES = new HashMap<>();

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

    private JsonPath me() {
        return request().get("/api/v1/me").then().statusCode(200).extract().jsonPath();
    }

    /** {@code {{director.workerId}}} and the like. */
    void introduce(Bindings bindings) {
        JsonPath me = SELVES.computeIfAbsent(this, Person::me);
        String post = "appointments.find { it.roleCode == '" + roleCode + "' }.";
        bindings.keep(name() + ".workerId", TextNode.valueOf(me.getString("worker.id")));
        bindings.keep(name() + ".appointmentId", TextNode.valueOf(me.getString(post + "id")));
        bindings.keep(name() + ".areaCode", TextNode.valueOf(me.getString(post + "areaCode")));
        bindings.keep(name() + ".phone", TextNode.valueOf(account.phone()));
    }
}

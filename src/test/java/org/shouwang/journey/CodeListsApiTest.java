package org.shouwang.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwang.testsupport.Accounts;
import org.shouwang.testsupport.Pulled;

/** Whatever a phone lets somebody choose, and whatever state it shows, has words: read from the document that apps are made from. */
@QuarkusTest
class CodeListsApiTest {

    /** What phones send and keep. */
    private static final List<String> ON_PHONES = List.of(
            "VisitForm",
            "Visit",
            "ChildForm",
            "ChildPatch",
            "Child",
            "HouseholdForm",
            "HouseholdPatch",
            "Household",
            "IncidentForm",
            "Incident",
            "ViolenceCaseForm",
            "ViolenceCase",
            "ReferralForm",
            "Referral",
            "ContactForm",
            "Contact",
            "TaskForm",
            "Task",
            "ActivityForm",
            "Activity",
            "HomeForm",
            "Home",
            "MoveRequest",
            "Move",
            "Area",
            "Appointment",
            "KeptOperation");

    /** Names of rights, and what JSON is made of: nobody is shown them. */
    private static final Set<String> FOR_NOBODY = Set.of("Right", "JsonNodeType");

    @Test
    void everyCodeOnAPhoneHasWords() {
        Map<String, Map<String, Object>> schemas = given().accept(ContentType.JSON)
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("components.schemas");
        assertThat(schemas).containsKeys(ON_PHONES.toArray(String[]::new));

        Map<String, List<Object>> lists = Pulled.full(Accounts.DIRECTOR.token()).kind("code-list").stream()
                .collect(Collectors.toMap(list -> (String) list.get("name"), CodeListsApiTest::codes));

        assertThat(lists).containsAllEntriesOf(wanted(schemas));
    }

    private static List<Object> codes(Map<String, Object> list) {
        return ((List<?>) Objects.requireNonNull(list.get("codes")))
                .stream().map(code -> (Object) ((Map<?, ?>) code).get("code")).toList();
    }

    private static Map<String, List<Object>> wanted(Map<String, Map<String, Object>> schemas) {
        Set<String> seen = new TreeSet<>();
        ON_PHONES.forEach(name -> reach(name, schemas, seen));
        Map<String, List<Object>> wanted = new TreeMap<>();
        seen.stream().filter(name -> !FOR_NOBODY.contains(name)).forEach(name -> {
            if (schemas.get(name).get("enum") instanceof List<?> codes) {
                wanted.put(name, List.copyOf(codes));
            }
        });
        return wanted;
    }

    private static void reach(String name, Map<String, Map<String, Object>> schemas, Set<String> seen) {
        if (schemas.containsKey(name) && seen.add(name)) {
            references(schemas.get(name)).forEach(next -> reach(next, schemas, seen));
        }
    }

    private static Set<String> references(Object node) {
        Set<String> found = new TreeSet<>();
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference.substring(reference.lastIndexOf('/') + 1));
            }
            map.values().forEach(value -> found.addAll(references(value)));
        } else if (node instanceof List<?> list) {
            list.forEach(value -> found.addAll(references(value)));
        }
        return found;
    }
}

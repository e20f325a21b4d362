package org.shouwang.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.shouwang.testsupport.Accounts;

/** Lists of workers as an office sends them. */
public final class Roster {

    public static final String HEADER = "姓名,手机号,职务,辖区代码,任职日期";

    private Roster() {}

    public static String line(String name, String phone, String role, long area) {
        return name + ',' + phone + ',' + role + ',' + area + ",2026/1/4";
    }

    public static String file(String... lines) {
        return HEADER + "\r\n" + String.join("\r\n", List.of(lines)) + "\r\n";
    }

    public static ValidatableResponse send(Accounts sender, byte[] file) {
        return sender.request()
                .contentType("application/octet-stream")
                .body(file)
                .post("/api/v1/workers/import")
                .then();
    }

    public static ValidatableResponse send(Accounts sender, String... lines) {
        return send(sender, file(lines).getBytes(UTF_8));
    }

    /** Makes one person and answers the id. */
    public static UUID make(Accounts sender, String line) {
        return UUID.fromString(send(sender, line).statusCode(200).extract().path("lines[0].workerId"));
    }
}

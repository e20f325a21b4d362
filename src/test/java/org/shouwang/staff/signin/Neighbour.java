package org.shouwang.staff.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;

/** Somebody who calls from another address of this machine, which no HTTP client of ours lets a test choose. */
record Neighbour(String address) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer as it came over the wire. */
    record Heard(int status, String text) {

        String header(String name) {
            return text.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    Heard post(String action, Map<String, ?> body, String... headers) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
            socket.getOutputStream().write(request(action, JSON.writeValueAsBytes(body), headers));
            String text = new String(socket.getInputStream().readAllBytes(), UTF_8);
            return new Heard(Integer.parseInt(text.split(" ", 3)[1]), text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] request(String action, byte[] body, String... headers) {
        String head = "POST /api/v1/auth/" + action + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n";
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return (head + more + "\r\n" + new String(body, UTF_8)).getBytes(UTF_8);
    }
}

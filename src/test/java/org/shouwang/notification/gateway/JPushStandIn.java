package org.shouwang.notification.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Plays JPush. */
public final class JPushStandIn extends ProviderStandIn {

    public JPushStandIn() throws IOException {
        super("/jpush/");
    }

    @Override
    String target(JsonNode body) {
        return body.at("/audience/registration_id/0").asText();
    }

    @Override
    Answer accepts() {
        return accepted("18100287008546324");
    }

    static Answer accepted(String messageId) {
        return reply(200, Map.of(), "{\"sendno\":\"0\",\"msg_id\":\"" + messageId + "\"}");
    }

    /** The shape of JPush's refusals. */
    public static Answer refused(int status, int code) {
        return reply(status, Map.of(), "{\"error\":{\"code\":" + code + ",\"message\":\"as documented\"}}");
    }
}

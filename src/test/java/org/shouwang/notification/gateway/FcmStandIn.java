package org.shouwang.notification.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** Plays FCM. */
public class FcmStandIn extends ProviderStandIn {

    public FcmStandIn() throws IOException {
        super("/fcm/");
    }

    @Override
    String target(JsonNode body) {
        JsonNode message = body.path("message");
        return message.path("token").asText(message.path("fid").asText());
    }

    @Override
    Answer accepts() {
        return accepted("projects/p/messages/1");
    }

    public static Answer accepted(String messageId) {
        return reply(200, Map.of(), "{\"name\":\"" + messageId + "\"}");
    }

    /** The shape of FCM's refusals, with its own code among the details. */
    public static String refusal(int status, String platform, String fcmCode) {
        return """
                {"error": {"code": %d, "message": "as documented", "status": "%s", "details": [
                  {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}
                """.formatted(status, platform, fcmCode);
    }
}

package org.shouwang.platform.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the bridge knows that a message is ours and new. It refuses a timestamp more than five minutes from its own clock, so that
 * what somebody has recorded is of no use later; within them the message's id tells a repetition.
 */
public final class SmsSignature {

    /** Seconds since 1970, when the request was signed. */
    public static final String TIMESTAMP = "X-Shouwang-Timestamp";

    /** {@code sha256=} and in lower-case hex the HMAC-SHA256 of the timestamp, a full stop and the body as it is sent. */
    public static final String SIGNATURE = "X-Shouwang-Signature";

    /** How far the timestamp may be from the bridge's clock. */
    public static final long WINDOW_SECONDS = 300;

    private static final String ALGORITHM = "HmacSHA256";

    private SmsSignature() {}

    /** The value of {@link #SIGNATURE}. */
    public static String of(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] signed = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "sha256=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows HmacSHA256", e);
        }
    }
}

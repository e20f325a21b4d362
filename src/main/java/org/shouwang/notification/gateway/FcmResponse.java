package org.shouwang.notification.gateway;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the SDK reads it. The SDK repeats calls by itself, and offers no setting against it: a 503 up to four
 * times, sleeping up to a minute on the thread, and a 401 as often, although only a refused access token is cured by it.
 * Both are decided by headers, so these are set such that it gives up at once; the retry is the outbox's, and durable.
 */
final class FcmResponse extends LowLevelHttpResponse {

    /** Carries the server's {@code Retry-After} past the SDK, which would sleep on it. */
    static final String RETRY_AFTER = "X-Server-Retry-After";

    /** Seconds; the SDK does not repeat a call that it may repeat only after more than a minute. */
    private static final String TOO_LONG_TO_WAIT = "86400";

    private final HttpResponse<byte[]> response;
    private final List<Map.Entry<String, String>> headers;

    private FcmResponse(HttpResponse<byte[]> response, List<Map.Entry<String, String>> headers) {
        this.response = response;
        this.headers = headers;
    }

    static FcmResponse of(HttpResponse<byte[]> response) {
        return new FcmResponse(response, headers(response));
    }

    static FcmResponse withoutRepeats(HttpResponse<byte[]> response) {
        List<Map.Entry<String, String>> headers = headers(response);
        headers.replaceAll(header ->
                header.getKey().equalsIgnoreCase("Retry-After") ? Map.entry(RETRY_AFTER, header.getValue()) : header);
        if (response.statusCode() == 503) {
            headers.add(Map.entry("Retry-After", TOO_LONG_TO_WAIT));
        }
        boolean saysWhy = response.headers().allValues("WWW-Authenticate").stream()
                .anyMatch(challenge -> challenge.startsWith("Bearer "));
        if (response.statusCode() == 401 && !saysWhy) {
            headers.add(Map.entry("WWW-Authenticate", "Bearer realm=\"fcm\""));
        }
        return new FcmResponse(response, headers);
    }

    private static List<Map.Entry<String, String>> headers(HttpResponse<byte[]> response) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":")) {
                values.forEach(value -> headers.add(Map.entry(name, value)));
            }
        });
        return headers;
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(response.body());
    }

    @Override
    public @Nullable String getContentEncoding() {
        return response.headers().firstValue("Content-Encoding").orElse(null);
    }

    @Override
    public long getContentLength() {
        return response.body().length;
    }

    @Override
    public @Nullable String getContentType() {
        return response.headers().firstValue("Content-Type").orElse(null);
    }

    @Override
    public String getStatusLine() {
        return "HTTP " + response.statusCode();
    }

    @Override
    public int getStatusCode() {
        return response.statusCode();
    }

    @Override
    public String getReasonPhrase() {
        return "";
    }

    @Override
    public int getHeaderCount() {
        return headers.size();
    }

    @Override
    public String getHeaderName(int index) {
        return headers.get(index).getKey();
    }

    @Override
    public String getHeaderValue(int index) {
        return headers.get(index).getValue();
    }
}

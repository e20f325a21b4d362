package org.shouwang.notification.gateway;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries the SDK's calls on the JDK's HTTP client and sends those meant for FCM to a stand-in, if there is one. The
 * transports that come with the SDK can be neither extended nor wrapped, and do not bound a whole call.
 */
final class RedirectingTransport extends HttpTransport {

    private static final String FCM = "https://fcm.googleapis.com";

    private final HttpClient client;
    private final @Nullable String standIn;

    RedirectingTransport(Duration connectTimeout, @Nullable URI standIn) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .proxy(ProxySelector.getDefault())
                .build();
        this.standIn = standIn == null ? null : standIn.toString().replaceFirst("/+$", "");
    }

    @Override
    public boolean supportsMethod(String method) {
        return true;
    }

    @Override
    protected LowLevelHttpRequest buildRequest(String method, String url) {
        boolean toFcm = url.startsWith(FCM + "/");
        String address = toFcm && standIn != null ? standIn + url.substring(FCM.length()) : url;
        return new FcmRequest(client, method, URI.create(address), toFcm);
    }
}

package org.shouwang.notification.gateway;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of the SDK on the JDK's HTTP client, with one deadline for all of it. */
final class FcmRequest extends LowLevelHttpRequest {

    private final HttpClient client;
    private final String method;
    private final boolean toFcm;
    private final HttpRequest.Builder request;
    private long deadlineMillis;

    FcmRequest(HttpClient client, String method, URI address, boolean toFcm) {
        this.client = client;
        this.method = method;
        this.toFcm = toFcm;
        this.request = HttpRequest.newBuilder(address);
        if ("http".equals(address.getScheme())) {
            // Over plain text the client would ask for an upgrade to HTTP/2, which small servers misread.
            request.version(HttpClient.Version.HTTP_1_1);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        request.header(name, value);
    }

    @Override
    public void setTimeout(int connectMillis, int readMillis) {
        if (connectMillis <= 0 || readMillis <= 0) {
            throw new IllegalArgumentException("A call without time-outs would hold its thread for ever");
        }
        deadlineMillis = (long) connectMillis + readMillis;
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request.method(method, body()).build(), BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = call.get(deadlineMillis, TimeUnit.MILLISECONDS);
            return toFcm ? FcmResponse.withoutRepeats(response) : FcmResponse.of(response);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw timedOut(e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while waiting for an answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof HttpTimeoutException
                    ? timedOut(e)
                    : new IOException("No answer", e.getCause());
        }
    }

    /** The SDK knows a time-out by this class only. */
    private static SocketTimeoutException timedOut(Exception cause) {
        SocketTimeoutException timeout = new SocketTimeoutException("No answer in time");
        timeout.initCause(cause);
        return timeout;
    }

    private HttpRequest.BodyPublisher body() throws IOException {
        if (getStreamingContent() == null) {
            return BodyPublishers.noBody();
        }
        if (getContentType() != null) {
            request.setHeader("Content-Type", getContentType());
        }
        if (getContentEncoding() != null) {
            request.setHeader("Content-Encoding", getContentEncoding());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        getStreamingContent().writeTo(bytes);
        return BodyPublishers.ofByteArray(bytes.toByteArray());
    }
}

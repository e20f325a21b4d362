package org.shouwang.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.shouwang.platform.BoundedInput;
import org.shouwang.platform.problem.Problem;

/** Counts a body while it is read, since one in chunks does not say how long it is: beyond the limit of its path it is 413. */
@Provider
class BodyCount implements ReaderInterceptor {

    private final RoutingContext request;

    BodyCount(RoutingContext request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        InputStream body = context.getInputStream();
        long limit = request.<Long>get(BodyLimit.LIMIT);
        context.setInputStream(new BoundedInput(body, limit, () -> tooLarge(body)));
        return context.proceed();
    }

    /** The rest is read and thrown away, up to the server's own limit, so that the sender hears the answer. */
    private static ProblemException tooLarge(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the body is larger than any may be", e);
        }
        return new ProblemException(Problem.TOO_LARGE);
    }
}

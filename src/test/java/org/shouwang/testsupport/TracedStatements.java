package org.shouwang.testsupport;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.VertxOptions;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.sqlclient.impl.tracing.QueryRequest;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** Tells {@link SentStatements} of every statement of the application: sessions and the pool share one client. */
@Singleton
class TracedStatements implements VertxOptionsCustomizer {

    @Override
    public void accept(VertxOptions options) {
        options.setTracingOptions(new TracingOptions().setFactory(any -> new Tracer()));
    }

    private static final class Tracer implements VertxTracer<Object, Object> {

        @Override
        public <R> Object sendRequest(
                Context context,
                SpanKind kind,
                TracingPolicy policy,
                R request,
                String operation,
                BiConsumer<String, String> headers,
                TagExtractor<R> tags) {
            if (request instanceof QueryRequest query) {
                SentStatements.tell(query.sql(), query.tuples());
            }
            return null;
        }
    }
}

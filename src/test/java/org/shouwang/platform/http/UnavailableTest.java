package org.shouwang.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnavailableTest {

    @ParameterizedTest
    @MethodSource
    void onlyWhatPassesIsUnavailable(Throwable failure, boolean passes) {
        boolean unavailable = Unavailable.isCauseOf(new CompletionException(new IllegalStateException(failure)));

        assertThat(unavailable).isEqualTo(passes);
    }

    static Stream<Arguments> onlyWhatPassesIsUnavailable() {
        return Stream.of(
                arguments(new NoStackTraceThrowable("Timeout"), true),
                arguments(new VertxException("Timeout waiting for connection"), true),
                arguments(new VertxException("something else"), false),
                arguments(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED"), true),
                arguments(new NoStackTraceThrowable("something else"), false),
                arguments(new ConnectException("refused"), true),
                arguments(new SocketException("Connection reset"), true),
                arguments(new TimeoutException(), true),
                arguments(new PgException("", "ERROR", "57014", ""), true),
                arguments(new PgException("", "FATAL", "57P01", ""), true),
                arguments(new PgException("", "ERROR", "23505", ""), false),
                arguments(new SQLException("", "40P01"), true),
                arguments(new SQLException("", "42601"), false),
                arguments(new IllegalArgumentException(), false));
    }
}

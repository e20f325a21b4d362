package org.shouwang.testsupport;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All statements that the application sends to the database while this is open, with their arguments. A batch is one. */
public final class SentStatements implements AutoCloseable {

    private static final Set<SentStatements> OPEN = ConcurrentHashMap.newKeySet();

    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    /** A statement and its arguments. */
    public record Sent(String sql, Tuple arguments) {

        /** The arguments as PostgreSQL reads them in {@code execute}. */
        public String literals() {
            return IntStream.range(0, arguments.size())
                    .mapToObj(i -> literal(arguments.getValue(i)))
                    .collect(Collectors.joining(", "));
        }

        private static String literal(@Nullable Object value) {
            if (value == null) {
                return "null";
            }
            String text = value instanceof Object[] many
                    ? IntStream.range(0, many.length)
                            .mapToObj(i -> '"' + String.valueOf(many[i]) + '"')
                            .collect(Collectors.joining(",", "{", "}"))
                    : value.toString();
            return "'" + text.replace("'", "''") + "'";
        }
    }

    private SentStatements() {}

    public static SentStatements start() {
        SentStatements log = new SentStatements();
        OPEN.add(log);
        return log;
    }

    static void tell(String sql, List<Tuple> arguments) {
        OPEN.forEach(log -> log.sent.add(new Sent(sql, arguments.isEmpty() ? Tuple.tuple() : arguments.get(0))));
    }

    public List<Sent> all() {
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }
}

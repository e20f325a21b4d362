package org.shouwang.bench;

import io.vertx.sqlclient.Tuple;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one request, to be sent again without the server.
 *
 * @param made ids that the request made: each sending makes others
 */
record Replay(List<Step> steps, Set<UUID> made) {

    private static final String TYPES =
            "select parameter_types::regtype[]::text[] from pg_prepared_statements where name = 'asked'";

    /**
     * One statement.
     *
     * @param values of its parameters; null where it begins or ends a transaction
     */
    record Step(String sql, @Nullable List<@Nullable Object> values) {

        boolean isCommit() {
            return values == null && sql.equals("commit");
        }
    }

    /**
     * Of a request that was sent twice: what is a UUID and differs was made by it.
     *
     * @throws IllegalStateException when the second one was other statements
     */
    static Replay of(List<LoggedStatement> first, List<LoggedStatement> second, Connection connection)
            throws SQLException {
        List<String> sql = first.stream().map(LoggedStatement::sql).toList();
        if (!sql.equals(second.stream().map(LoggedStatement::sql).toList())) {
            throw new IllegalStateException("the same request was " + first.size() + " and " + second.size()
                    + " statements, or others: something else was under way");
        }
        Map<String, List<String>> types = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < first.size(); i++) {
            LoggedStatement statement = first.get(i);
            if (statement.isBegin() || statement.isCommit()) {
                steps.add(new Step(statement.isBegin() ? "begin" : "commit", null));
                continue;
            }
            if (!types.containsKey(statement.sql())) {
                types.put(statement.sql(), types(statement.sql(), connection));
            }
            List<@Nullable Object> values = values(types.get(statement.sql()), statement);
            List<@Nullable Object> others = values(types.get(statement.sql()), second.get(i));
            for (int v = 0; v < values.size(); v++) {
                made.addAll(difference(values.get(v), others.get(v)));
            }
            steps.add(new Step(statement.sql(), values));
        }
        return new Replay(steps, made);
    }

    private static List<String> types(String sql, Connection connection) throws SQLException {
        try (Statement session = connection.createStatement()) {
            session.execute("deallocate all");
            session.setEscapeProcessing(false);
            session.execute("prepare asked as " + sql);
            try (ResultSet row = session.executeQuery(TYPES)) {
                row.next();
                Array types = row.getArray(1);
                return List.of((String[]) types.getArray());
            }
        }
    }

    private static List<@Nullable Object> values(List<String> types, LoggedStatement statement) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            values.add(Values.of(types.get(i), statement.literals().get(i)));
        }
        return values;
    }

    private static Set<UUID> difference(@Nullable Object one, @Nullable Object other) {
        Set<UUID> ids = ids(one);
        ids.removeAll(ids(other));
        return ids;
    }

    private static Set<UUID> ids(@Nullable Object value) {
        if (value instanceof UUID id) {
            return new HashSet<>(Set.of(id));
        }
        return value instanceof UUID[] ids ? new HashSet<>(Arrays.asList(ids)) : new HashSet<>();
    }

    /** Statements without those that begin and end transactions. */
    int statements() {
        return (int) steps.stream().filter(step -> step.values() != null).count();
    }

    /** Fresh ids for those that one sending makes. */
    Map<UUID, UUID> fresh() {
        Map<UUID, UUID> fresh = new HashMap<>();
        made.forEach(id -> fresh.put(id, UUID.randomUUID()));
        return fresh;
    }

    static Tuple tuple(List<@Nullable Object> values, Map<UUID, UUID> fresh) {
        Tuple tuple = Tuple.tuple();
        values.forEach(value -> tuple.addValue(renewed(value, fresh)));
        return tuple;
    }

    private static @Nullable Object renewed(@Nullable Object value, Map<UUID, UUID> fresh) {
        if (value instanceof UUID id) {
            return fresh.getOrDefault(id, id);
        }
        if (value instanceof UUID[] ids) {
            return Arrays.stream(ids).map(id -> fresh.getOrDefault(id, id)).toArray(UUID[]::new);
        }
        return value;
    }
}

package org.shouwang.area;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.platform.AreaCode;
import org.shouwang.platform.AreaLevel;
import org.shouwang.platform.AreaRanges;

/** Takes the staged lines into the tree, a set at a time. Parents are the smallest areas around, old or new. */
final class AreaMerge {

    private static final String JUDGED = """
            create temporary table area_judged (number bigint, code bigint primary key, name text, level text, span bigint,
                verdict text) on commit drop
            """;

    /** Of a code that stands more than once the highest level counts, then the first line. */
    private static final String JUDGE = """
            insert into area_judged
            select k.number, k.code, k.name, k.level, k.span,
                   case when a.level = k.level and a.name = k.name then 'UNCHANGED'
                        when not int8range(k.code, k.code + case when a.code is null then k.span else 1 end)
                            <@ cast(? as int8multirange) then 'area-not-yours'
                        when a.code is null then 'CREATED'
                        when a.level <> k.level then 'area-level-changed'
                        else 'RENAMED' end
            from (select distinct on (code) * from area_line order by code, span desc, number) k
            left join area a on a.code = k.code
            """;

    private static final String AROUND = """
            left join area t on t.code = %1$s.code - %1$s.code %% 1000 and t.code <> %1$s.code and t.code_end > %1$s.code
            left join area c on c.code = %1$s.code - %1$s.code %% 1000000 and c.code <> %1$s.code and c.code_end > %1$s.code
            left join area m on m.code = %1$s.code - %1$s.code %% 100000000 and m.code <> %1$s.code and m.code_end > %1$s.code
            left join area p on p.code = %1$s.code - %1$s.code %% 10000000000 and p.code <> %1$s.code and p.code_end > %1$s.code
            """;

    /** Level by level from the top, so that parents are there. */
    private static final String CREATE = """
            insert into area (code, name, level, parent_code, code_end)
            select j.code, j.name, j.level, coalesce(t.code, c.code, m.code, p.code), j.code + j.span
            from area_judged j
            """ + AROUND.formatted("j") + "where j.verdict = 'CREATED' and j.level = ?";

    /** What was there before its parent. */
    private static final String ADOPT = """
            update area a set parent_code = n.parent
            from (select b.code, coalesce(t.code, c.code, m.code, p.code) as parent from area b
            """ + AROUND.formatted("b") + """
            ) n
            join area_judged j on j.code = n.parent and j.verdict = 'CREATED'
            where a.code = n.code and a.parent_code is distinct from n.parent
            """;

    private static final String RENAME = """
            update area a set name = j.name from area_judged j where j.code = a.code and j.verdict = 'RENAMED'
            """;

    private static final String COUNT = "select verdict, count(*) from area_judged group by verdict";

    private static final String REFUSED = """
            select number, code, verdict from area_judged where verdict like 'area-%' order by number limit ?
            """;

    private static final String REPEATED = """
            select j.number, j.code, j.name, j.level, l.number, l.code, l.name, l.level
            from area_line l join area_judged j on j.code = l.code and j.number <> l.number
            order by j.code, l.number limit ?
            """;

    private static final String LINES = "select 'LINES', count(*) from area_line";

    private final Connection transaction;

    AreaMerge(Connection transaction) {
        this.transaction = transaction;
    }

    /** Takes the lines that lie where the importer may write, and answers what became of all. */
    AreaReport into(AreaRanges writable, AreaStage.Unread unread) throws SQLException {
        execute("set local work_mem = '32MB'");
        execute(JUDGED);
        execute(JUDGE, multirange(writable));
        execute("analyze area_judged");
        Map<String, Long> counts = counts(COUNT);
        if (counts.containsKey("CREATED")) {
            for (AreaLevel level : AreaLevel.values()) {
                execute(CREATE, level.name());
            }
            execute(ADOPT);
        }
        execute(RENAME);
        return report(counts, unread);
    }

    private AreaReport report(Map<String, Long> counts, AreaStage.Unread unread) throws SQLException {
        long judged = counts.values().stream().mapToLong(Long::longValue).sum();
        long created = counts.getOrDefault("CREATED", 0L);
        long renamed = counts.getOrDefault("RENAMED", 0L);
        long unchanged = counts.getOrDefault("UNCHANGED", 0L);
        return new AreaReport(
                created,
                renamed,
                unchanged,
                judged - created - renamed - unchanged + unread.count(),
                counts(LINES).getOrDefault("LINES", 0L) - judged,
                Stream.concat(unread.first().stream(), refusals().stream())
                        .sorted(Comparator.comparingLong(AreaRefusal::number))
                        .limit(AreaReport.MOST_LISTED)
                        .toList(),
                repeats());
    }

    private List<AreaRefusal> refusals() throws SQLException {
        return rows(
                REFUSED,
                row -> new AreaRefusal(
                        row.getLong(1), Optional.of(new AreaCode(row.getLong(2))), row.getString(3), List.of()));
    }

    private List<AreaReport.Repeat> repeats() throws SQLException {
        Map<AreaLine, List<AreaLine>> others = rows(REPEATED, row -> Map.entry(line(row, 1), line(row, 5))).stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return others.entrySet().stream()
                .map(one -> new AreaReport.Repeat(one.getKey().code(), one.getKey(), one.getValue()))
                .toList();
    }

    private static AreaLine line(ResultSet row, int first) throws SQLException {
        return new AreaLine(
                row.getLong(first),
                new AreaCode(row.getLong(first + 1)),
                row.getString(first + 2),
                AreaLevel.valueOf(row.getString(first + 3)));
    }

    private static String multirange(AreaRanges areas) {
        return areas.ranges().stream()
                .map(range -> "[" + range.from() + "," + range.to() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String query, Reader<T> reader) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(query)) {
            statement.setInt(1, AreaReport.MOST_LISTED);
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        }
    }

    private Map<String, Long> counts(String query) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement statement = transaction.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    private void execute(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}

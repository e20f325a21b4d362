package org.shouwang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What was measured, as tables in Markdown. */
final class Report {

    private static final String HEAD = """
            | request | connections | a second | of the floor (median, spread) | p50 ms | p99 ms | floor p50 ms | CPU ms server (compiler) | CPU ms database | floor: CPU ms database | CPU ms load client | statements | RSS MiB | no place |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final StringBuilder table = new StringBuilder(HEAD);
    private final StringBuilder statements = new StringBuilder();

    /** @param sides slices of the server, of its floor, and perhaps of another floor */
    void add(String name, int clients, List<List<Slice>> sides, int count, long residentMiB, int refused) {
        Slice server = Slice.joined(sides.get(0));
        Slice floor = Slice.joined(sides.get(1));
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.0f | %s | %.1f | %.1f | %.1f | %.2f (%.2f) | %.2f | %.2f | %.2f | %d | %d | %d |%n",
                name,
                clients,
                server.rate(),
                ratios(sides),
                server.percentileMillis(50),
                server.percentileMillis(99),
                floor.percentileMillis(50),
                server.serverMillisEach(),
                server.compilerMillisEach(),
                server.databaseMillisEach(),
                floor.databaseMillisEach(),
                server.clientMillisEach(),
                count,
                residentMiB,
                refused));
        System.out.println(
                table.substring(table.lastIndexOf("\n", table.length() - 2) + 1).strip());
    }

    private static String ratios(List<List<Slice>> sides) {
        List<String> texts = new ArrayList<>();
        for (List<Slice> floor : sides.subList(1, sides.size())) {
            List<Double> ratios = IntStream.range(0, floor.size())
                    .mapToObj(round ->
                            sides.get(0).get(round).rate() / floor.get(round).rate())
                    .sorted()
                    .toList();
            texts.add(String.format(
                    Locale.ROOT,
                    "%.2f (%.2f–%.2f)",
                    ratios.get(ratios.size() / 2),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1)));
        }
        return String.join("; in its transactions ", texts);
    }

    /** What one request of a kind sends. */
    void statements(String key, List<LoggedStatement> sent) {
        statements.append(String.format("%n%s: %d statements%n%n", key, sent.size()));
        for (LoggedStatement statement : sent.subList(0, Math.min(sent.size(), 40))) {
            String sql = statement.sql().replaceAll("\\s+", " ").strip();
            statements.append(String.format(
                    Locale.ROOT,
                    "%7.3f ms %s %s%n",
                    statement.millis(),
                    statement.parsed() ? "parsed" : "      ",
                    sql.substring(0, Math.min(sql.length(), 150))));
        }
    }

    void print() {
        System.out.println(statements);
        System.out.println(table);
    }
}

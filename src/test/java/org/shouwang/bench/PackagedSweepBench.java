package org.shouwang.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Does what a sweep of the ladder costs follow what is due, and not what is open? Two packaged servers sweep by themselves, one with
 * ten thousand open tasks, one with a million. In each round a thousand tasks fall due, one in each village, first for the one server
 * and then for the other. {@code -Dbench.open=}, {@code -Dbench.rounds=}.
 */
class PackagedSweepBench {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("bench.open", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 7);
    private static final double MOST = 1.3;

    @Test
    void aSweepCostsWhatIsDue() throws Exception {
        try (DurableDatabase cluster = DurableDatabase.start();
                SweptServer few = SweptServer.start(cluster, "few", FEW);
                SweptServer many = SweptServer.start(cluster, "many", MANY)) {
            measure(few, many);
        }
    }

    private static void measure(SweptServer few, SweptServer many) throws Exception {
        List<Double> ratios = new ArrayList<>();
        StringBuilder table = new StringBuilder(
                "%n| round | ms with %d open tasks | ms with %d | ratio |%n|---|---|---|---|%n".formatted(FEW, MANY));
        for (int round = 0; round <= ROUNDS; round++) {
            double first = sweep(round % 2 == 0 ? few : many, round);
            double second = sweep(round % 2 == 0 ? many : few, round);
            double ofFew = round % 2 == 0 ? first : second;
            double ofMany = round % 2 == 0 ? second : first;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f |%n",
                    round == 0 ? "warm-up" : round,
                    ofFew,
                    ofMany,
                    ofMany / ofFew));
            if (round > 0) {
                ratios.add(ofMany / ofFew);
            }
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        System.out.println(table);
        System.out.printf(
                Locale.ROOT,
                "ratio: median %.2f (%.2f–%.2f), aim: at most %.1f%n",
                median,
                ratios.get(0),
                ratios.get(ratios.size() - 1),
                MOST);
    }

    private static double sweep(SweptServer server, int round) throws SQLException, InterruptedException {
        return server.sweep(round);
    }
}

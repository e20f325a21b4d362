package org.shouwang.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement as PostgreSQL logged it.
 *
 * @param literals its arguments as text
 * @param parsed whether it was prepared for this one time
 * @param millis how long parsing, planning and running it took
 */
record LoggedStatement(String sql, List<@Nullable String> literals, boolean parsed, double millis) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern SAID =
            Pattern.compile("duration: ([0-9.]+) ms  (parse|bind|execute|statement)(?: [^:]+)?: (.*)", Pattern.DOTALL);

    private static final Pattern ARGUMENT = Pattern.compile("\\$\\d+ = (?:NULL|'([^']*+(?:''[^']*+)*+)')");

    /** What stands in the log from a byte on; lines of other connections than the application's are left out. */
    static List<LoggedStatement> read(byte[] log, long from) throws IOException {
        List<LoggedStatement> found = new ArrayList<>();
        boolean parsed = false;
        double before = 0;
        String rest = new String(log, (int) from, log.length - (int) from, UTF_8);
        for (String line : rest.split("\n", -1)) {
            JsonNode entry = line.isBlank() ? JSON.createObjectNode() : JSON.readTree(line);
            Matcher said = SAID.matcher(entry.path("message").asText());
            if (!entry.path("application_name").asText().equals("shouwang") || !said.matches()) {
                continue;
            }
            double millis = Double.parseDouble(said.group(1));
            switch (said.group(2)) {
                case "parse" -> {
                    parsed = true;
                    before = millis;
                }
                case "bind" -> before += millis;
                default -> {
                    found.add(new LoggedStatement(
                            said.group(3), literals(entry.path("detail").asText()), parsed, before + millis));
                    parsed = false;
                    before = 0;
                }
            }
        }
        return found;
    }

    private static List<@Nullable String> literals(String detail) {
        List<@Nullable String> literals = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(detail);
        while (argument.find()) {
            String text = argument.group(1);
            literals.add(text == null ? null : text.replace("''", "'"));
        }
        return literals;
    }

    boolean isBegin() {
        return sql.equalsIgnoreCase("begin");
    }

    boolean isCommit() {
        return sql.equalsIgnoreCase("commit");
    }
}

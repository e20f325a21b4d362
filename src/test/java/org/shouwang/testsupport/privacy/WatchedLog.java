package org.shouwang.testsupport.privacy;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** Reads every line that the application logs, with the messages of its exceptions. */
final class WatchedLog extends Handler {

    /** What only the demonstration says: the text message of a code, and the name of its district. */
    private static final Set<String> OF_THE_DEMONSTRATION =
            Set.of("org.shouwang.devtools.SmsStandIn", "org.shouwang.devtools.DemoDistrict");

    private final Formatter lines = new PatternFormatter("%c %X{requestId} %s%e");
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    private WatchedLog() {}

    static WatchedLog open() {
        WatchedLog log = new WatchedLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    /** The lines since the last call that say something of a person. */
    List<String> leaks() {
        List<String> found = List.copyOf(leaks);
        leaks.clear();
        return found;
    }

    @Override
    public void publish(LogRecord record) {
        if (!OF_THE_DEMONSTRATION.contains(String.valueOf(record.getLoggerName()))) {
            String line = lines.format(record);
            PersonalText.in(line).ifPresent(text -> leaks.add(text + " in the log: " + line));
        }
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}

package org.shouwang.platform.command;

import java.io.PrintStream;
import java.util.List;

/** One command of an operator. */
public interface Command {

    /** Its first word in the shell, in lower case with hyphens. */
    String name();

    /** What stands after the name, and in one sentence what it does. */
    String usage();

    /**
     * Does it.
     *
     * @param arguments what stood after the name
     * @param out where results go; what must not be kept is printed nowhere else
     * @return the exit code: 0 when all is well, 2 when the arguments are wrong, else 1
     */
    int run(List<String> arguments, PrintStream out);
}

package org.shouwang.staff.signin;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shouwang.platform.command.Command;
import org.shouwang.platform.command.CommandException;
import org.shouwang.platform.secret.PhoneNumber;

/** Makes the first administrator. The phone is better typed than given: arguments stand in the list of processes. */
@Singleton
class FirstAdministratorCommand implements Command {

    private static final Logger LOG = Logger.getLogger(FirstAdministratorCommand.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 50;
    private static final char UNREADABLE = '\uFFFD';

    private final FirstAdministrator administrator;

    FirstAdministratorCommand(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @Override
    public String name() {
        return "first-administrator";
    }

    @Override
    public String usage() {
        return "<full name> [<phone>] - makes the first administrator and prints the activation code; asks for the phone";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new CommandException("Usage: " + name() + ' ' + usage());
        }
        String fullName = arguments.get(0).strip();
        if (fullName.isEmpty() || fullName.length() > LONGEST_NAME || fullName.indexOf(UNREADABLE) >= 0) {
            throw new CommandException("The name cannot be read; set LC_ALL=C.UTF-8 for names in Chinese.");
        }
        PhoneNumber phone = PhoneNumber.parse(arguments.size() == 2 ? arguments.get(1) : ask())
                .orElseThrow(() -> new CommandException("That is no phone of mainland China."));
        String code = administrator
                .appoint(fullName, phone)
                .await()
                .atMost(PATIENCE)
                .orElseThrow(
                        () -> new CommandException("There is an administrator already, or a worker with that phone."));
        out.println(code);
        return 0;
    }

    /** The first line that is typed or piped in. The question is logged, since logs of commands do not mix with results. */
    private static String ask() {
        LOG.warn("Type the phone:");
        try {
            String typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            return Optional.ofNullable(typed).orElse("");
        } catch (IOException e) {
            throw new CommandException("The phone could not be read.", e);
        }
    }
}

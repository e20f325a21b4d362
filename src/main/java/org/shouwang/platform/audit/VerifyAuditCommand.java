package org.shouwang.platform.audit;

import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwang.platform.command.Command;

/** Says whether the trails are as they were written. */
@Singleton
class VerifyAuditCommand implements Command {

    private static final Pattern HEAD = Pattern.compile("(audit|access_log):\\d{1,18}:[0-9a-f]{64}");
    private static final int BROKEN = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private final VerifyTrails verification;

    VerifyAuditCommand(VerifyTrails verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return "verify-audit";
    }

    @Override
    public String usage() {
        return "[table:number:value ...] - checks the seals of audit and access_log, and that they hold these heads";
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (!arguments.stream().allMatch(head -> HEAD.matcher(head).matches())) {
            return WRONG_ARGUMENTS;
        }
        int exit = 0;
        for (SealedTable table : SealedTable.values()) {
            Verdict verdict = verification.verify(table, arguments);
            if (verdict instanceof Verdict.Whole whole) {
                out.println("whole  " + whole.head());
            } else {
                out.println("BROKEN " + verdict);
                exit = BROKEN;
            }
        }
        return exit;
    }
}

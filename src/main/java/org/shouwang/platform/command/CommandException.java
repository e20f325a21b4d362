package org.shouwang.platform.command;

/** A command cannot be done; the message is one line for the operator, without personal data. */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}

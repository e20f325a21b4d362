/**
 * What an operator does from the shell: {@code java -jar quarkus-run.jar <command>}. A bean that implements {@link
 * org.shouwang.platform.command.Command} is found by its name. It runs on the main thread and may block; the server's beans
 * are there, HTTP and background jobs are off.
 */
@NullMarked
package org.shouwang.platform.command;

import org.jspecify.annotations.NullMarked;

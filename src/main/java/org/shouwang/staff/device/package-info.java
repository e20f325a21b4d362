/**
 * The phones of workers: registered, listed, revoked, declared lost, and their push addresses, encrypted, for the room that sends. Runs on
 * the reactive pool; what joins a use case of another room takes its connection or session.
 */
@NullMarked
package org.shouwang.staff.device;

import org.jspecify.annotations.NullMarked;

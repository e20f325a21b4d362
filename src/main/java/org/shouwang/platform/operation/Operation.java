package org.shouwang.platform.operation;

import java.util.UUID;

/**
 * Which operation on which record.
 *
 * @param id the phone's id of the operation itself
 * @param record the record that it makes or changes
 */
public record Operation(UUID id, UUID record) {}

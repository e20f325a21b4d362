package org.shouwang.task.plan;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What should stand.
 *
 * @param occurrence what the days are counted from: a record's id, or the moment when the file became active
 * @param begun the record that it is counted from, if it is one
 * @param startOn from when it is to be done
 */
public record Wanted(
        FollowUpRule rule, String occurrence, Optional<Happened> begun, LocalDate startOn, Due due, Urgency urgency) {}

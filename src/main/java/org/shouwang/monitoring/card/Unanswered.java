package org.shouwang.monitoring.card;

import java.time.LocalDate;

/** A letter that nobody has answered by its deadline. */
public record Unanswered(String letterNo, LocalDate dueOn) {}

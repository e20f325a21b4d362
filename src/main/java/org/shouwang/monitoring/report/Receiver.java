package org.shouwang.monitoring.report;

import java.util.List;

/** To whom each report goes: one document serves both (S3). */
enum Receiver {
    STATISTICS,
    COMMITTEE_OFFICE;

    static final List<Receiver> ALL = List.of(values());
}

package org.shouwang.protection.incident;

import jakarta.inject.Singleton;
import java.util.List;
import org.shouwang.platform.KnownLimits;
import org.shouwang.platform.Limit;

/** What a report keeps to: nothing refuses it, but a phone may say it beforehand. */
@Singleton
class IncidentLimits implements KnownLimits {

    @Override
    public List<Limit> limits() {
        return List.of(
                Limit.seconds(
                        "incidentReportAlert",
                        ReportRules.REPORT_ALERT,
                        "After the discovery: who has not told the police or another authority by then is asked"),
                Limit.seconds(
                        "incidentReportLimit",
                        ReportRules.REPORT_LIMIT,
                        "After the discovery: by then it must have been reported"),
                new Limit(
                        "incidentDescriptionCharacters",
                        ReadReport.DESCRIPTION,
                        "Characters of `unknownChildDesc` that are shown; more is kept, and not shown"));
    }
}

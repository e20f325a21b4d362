package org.shouwang.protection.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shouwang.protection.incident.IncidentCodes.Advice;
import org.shouwang.protection.incident.IncidentCodes.ReportedTo;
import org.shouwang.protection.incident.IncidentCodes.Situation;

/** What a report means: from when deadlines run, what it lacks, what to do now (data dictionary 14.1, roles and law 6.2). */
final class ReportRules {

    /** 「立即」 is at once; who has not reported by then is asked. */
    static final Duration REPORT_ALERT = Duration.ofMinutes(60);

    static final Duration REPORT_LIMIT = Duration.ofHours(24);

    private ReportRules() {}

    /** The discovery, not the arrival; unless the phone did not know its time. */
    static Instant clockFrom(@Nullable Instant discoveredAt, boolean timeUncertain, Instant receivedAt) {
        return discoveredAt == null || timeUncertain || discoveredAt.isAfter(receivedAt) ? receivedAt : discoveredAt;
    }

    /** Whether those who must hear of it have: the police where the situation asks for them. */
    static boolean isReported(
            String @Nullable [] situations, String @Nullable [] reportedTo, @Nullable Instant reportedAt) {
        return reportedAt != null && !lacksPolice(situations, reportedTo);
    }

    /** Whether somebody is asked for the report: nobody made one, or not to the police though the situation asks for them. */
    static boolean isAwaited(Stage stage, boolean reported, boolean lacksPolice) {
        return stage == Stage.DISCOVERED ? !reported : stage.isOpen() && lacksPolice;
    }

    static boolean lacksPolice(String @Nullable [] situations, String @Nullable [] reportedTo) {
        boolean needed = situations != null
                && Arrays.stream(situations)
                        .anyMatch(code -> Situation.valueOf(code).isForPolice());
        return needed && (reportedTo == null || !Arrays.asList(reportedTo).contains(ReportedTo.POLICE.name()));
    }

    /** Minutes from the discovery to the report; null while one of them is not known. */
    static @Nullable Integer delay(@Nullable Instant discoveredAt, @Nullable Instant reportedAt) {
        return discoveredAt == null || reportedAt == null || reportedAt.isBefore(discoveredAt)
                ? null
                : Math.toIntExact(Duration.between(discoveredAt, reportedAt).toMinutes());
    }

    /** The fields that a complete record has and this one has not, and those that could not be read; in their order by name. */
    static List<String> missing(Incident incident) {
        Set<String> missing = new TreeSet<>();
        absent(missing, "situationCodes", incident.situationCodes);
        absent(missing, "discoveredAt", incident.discoveredAt);
        absent(missing, "discovery", incident.discovery);
        absent(missing, "ongoingDanger", incident.ongoingDanger);
        absent(missing, "reportedTo", incident.reportedTo);
        absent(missing, "reportedAt", incident.reportedAt);
        absent(missing, "reportChannel", incident.reportChannel);
        if (incident.childId == null && incident.unknownChildDesc == null) {
            missing.add("childId");
        }
        if (lacksPolice(incident.situationCodes, incident.reportedTo)) {
            missing.add("reportedTo");
        }
        if (incident.reportedAt != null
                && incident.discoveredAt != null
                && incident.reportedAt.isBefore(incident.discoveredAt)) {
            missing.add("reportedAt");
        }
        if (incident.unusable != null) {
            missing.addAll(Arrays.asList(incident.unusable));
        }
        return List.copyOf(missing);
    }

    private static void absent(Collection<String> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(field);
        }
    }

    /** What to do now, the first thing first. */
    static List<Advice> advice(Incident incident) {
        List<Advice> advice = new ArrayList<>();
        if (incident.reportedAt == null || Boolean.TRUE.equals(incident.ongoingDanger)) {
            advice.add(Advice.CALL_110);
        }
        if (isMedical(incident.situationCodes)) {
            advice.add(Advice.CALL_120);
        }
        if (!Boolean.FALSE.equals(incident.ongoingDanger)) {
            advice.add(Advice.STAY_WITH_CHILD);
        }
        advice.addAll(List.of(Advice.DO_NOT_QUESTION, Advice.KEEP_EVIDENCE, Advice.KEEP_SECRET));
        if (!missing(incident).isEmpty()) {
            advice.add(Advice.COMPLETE_LATER);
        }
        return List.copyOf(advice);
    }

    private static boolean isMedical(String @Nullable [] situations) {
        Set<String> hurt = Set.of(
                Situation.A1.name(),
                Situation.A2.name(),
                Situation.A4.name(),
                Situation.A5.name(),
                Situation.C2.name());
        return situations != null && Arrays.stream(situations).anyMatch(hurt::contains);
    }
}

package org.shouwang.register.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.shouwang.platform.Caller;
import org.shouwang.platform.Ids;
import org.shouwang.platform.LocalDays;
import org.shouwang.platform.Post;
import org.shouwang.register.child.Levels;
import org.shouwang.register.child.RiskLevel;

/**
 * Danger that something else than an assessment tells of, and that sets the level as the emergency screen does (data dictionary,
 * section 7): an assessment that says nothing but this. Runs in the transaction of whoever opens the incident, which holds the
 * child's file from its beginning (see {@code Children.factsToChange}).
 */
@Singleton
public class DangerSeen {

    private final Levels levels;
    private final RiskModels models;
    private final WriteAssessment write;
    private final Clock clock;

    DangerSeen(Levels levels, RiskModels models, WriteAssessment write, Clock clock) {
        this.levels = levels;
        this.models = models;
        this.write = write;
        this.clock = clock;
    }

    /** Makes the child CRITICAL since it speaks of self-harm or suicide; nothing where it is that already. */
    public Uni<Void> selfHarm(UUID childId, UUID incident, Instant seenAt, Caller caller, Post acting) {
        return levels.hold(childId).chain(found -> found.filter(child -> child.level() != RiskLevel.CRITICAL)
                .map(child -> write.writeOfIncident(child, able(child, seenAt, acting), incident, caller)
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private WriteAssessment.Able able(Levels.Held child, Instant seenAt, Post acting) {
        AssessmentForm form = new AssessmentForm(
                Ids.next(),
                models.newest().version(),
                Map.of(EmergencySign.SELF_HARM.name(), true),
                null,
                null,
                null,
                null,
                LocalDays.of(seenAt));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new WriteAssessment.Able(
                form,
                form.hash(),
                Score.ofDanger(null, Map.of()),
                acting,
                child.areaCode(),
                false,
                seenAt.isAfter(now) ? now : seenAt);
    }
}

package org.shouwang.devtools;

import io.quarkus.arc.All;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.shouwang.platform.BackgroundJob;

/** The clock and the background jobs, by hand. */
@Path("/dev")
@PermitAll
@IfBuildProfile(anyOf = {"dev", "test"})
@Tag(name = "dev", description = "Only in dev mode")
class DevResource {

    private final MovableClock clock;
    private final List<BackgroundJob> jobs;

    DevResource(MovableClock clock, @All List<BackgroundJob> jobs) {
        this.clock = clock;
        this.jobs = jobs.stream()
                .sorted(Comparator.comparingInt(BackgroundJob::order))
                .toList();
    }

    record ClockForm(@Nullable Instant now, @Nullable Duration advance) {}

    record ClockView(Instant now) {}

    record SweepView(int done) {}

    @POST
    @Path("/clock")
    @Operation(hidden = true)
    public ClockView clock(@NotNull ClockForm form) {
        if (form.now() != null) {
            clock.moveTo(form.now());
        }
        if (form.advance() != null) {
            clock.advance(form.advance());
        }
        return new ClockView(clock.instant());
    }

    @POST
    @Path("/sweep")
    @Operation(hidden = true)
    public Uni<SweepView> sweep() {
        return Multi.createFrom()
                .iterable(jobs)
                .onItem()
                .transformToUniAndConcatenate(BackgroundJob::runOnce)
                .collect()
                .with(java.util.stream.Collectors.summingInt(Integer::intValue))
                .map(SweepView::new);
    }
}

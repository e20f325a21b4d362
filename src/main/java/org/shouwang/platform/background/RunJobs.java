package org.shouwang.platform.background;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.shouwang.platform.BackgroundJob;
import org.shouwang.platform.FailureKind;

/** Puts the jobs on the clock. Where the scheduler is off, in tests and commands, nothing runs by itself. */
@Singleton
class RunJobs {

    private static final Logger LOG = Logger.getLogger(RunJobs.class);

    private final List<BackgroundJob> jobs;
    private final Scheduler scheduler;
    private final MeterRegistry meters;
    private final Turns turns;

    RunJobs(@All List<BackgroundJob> jobs, Scheduler scheduler, MeterRegistry meters, BackgroundConfig config) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.meters = meters;
        this.turns = new Turns(config.jobsAtOnce());
    }

    void start(@Observes StartupEvent start) {
        if (scheduler.isStarted()) {
            jobs.forEach(this::schedule);
        }
    }

    private void schedule(BackgroundJob job) {
        scheduler
                .newJob(job.name())
                .setInterval(job.every().toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setAsyncTask(execution -> run(job))
                .schedule();
    }

    /** One run, never failing, on the context it was begun on: sessions are bound to it. */
    private Uni<Void> run(BackgroundJob job) {
        Executor own = MutinyHelper.executor(Vertx.currentContext());
        Timer.Sample begun = Timer.start(meters);
        return turns.take(
                        job.order(),
                        () -> Uni.createFrom().voidItem().emitOn(own).chain(job::runOnce))
                .invoke(done -> begun.stop(timer(job, "done")))
                .onFailure()
                .invoke(failure -> {
                    begun.stop(timer(job, "failed"));
                    report(job, failure);
                })
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private static void report(BackgroundJob job, Throwable failure) {
        LOG.errorf("the job %s failed and is begun again in %s: %s", job.name(), job.every(), FailureKind.of(failure));
        LOG.debug(job.name(), failure);
    }

    private Timer timer(BackgroundJob job, String outcome) {
        return meters.timer("shouwang.job", "job", job.name(), "outcome", outcome);
    }
}

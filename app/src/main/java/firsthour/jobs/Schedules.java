package firsthour.jobs;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/// Every schedule of the application, in one place.
@Singleton
record Schedules(List<Schedule> all) {
    /// Named as the one to inject: the other would be given the schedules that are beans, of which
    /// there are none.
    @Inject
    Schedules() {
        this(
                List.of(
                        new Schedule(PullJob.class, Duration.ofSeconds(5)),
                        new Schedule(StreamJob.class, Duration.ofSeconds(5)),
                        new Schedule(SourceWatchJob.class, Duration.ofMinutes(1)),
                        new Schedule(RevisitJob.class, Duration.ofSeconds(30)),
                        new Schedule(ForgetJob.class, Duration.ofSeconds(10)),
                        new Schedule(RetentionJob.class, Duration.ofHours(1)),
                        new Schedule(TakenRequestsJob.class, Duration.ofMinutes(10)),
                        new Schedule(LateMatchingJob.class, Duration.ofSeconds(2)),
                        new Schedule(JudgeJob.class, Duration.ofSeconds(2)),
                        new Schedule(TriageJob.class, Duration.ofSeconds(2)),
                        new Schedule(GroupingJob.class, Duration.ofSeconds(10)),
                        new Schedule(BreachJob.class, Duration.ofSeconds(10)),
                        new Schedule(PromiseJob.class, Duration.ofSeconds(30)),
                        new Schedule(SecondLookJob.class, Duration.ofSeconds(5)),
                        new Schedule(SilenceJob.class, Duration.ofMinutes(5)),
                        new Schedule(RecoveryJob.class, Duration.ofSeconds(10)),
                        new Schedule(DraftJob.class, Duration.ofHours(1)),
                        new Schedule(HolidayJob.class, Duration.ofHours(1)),
                        new Schedule(ClimbJob.class, Duration.ofMinutes(1)),
                        new Schedule(CoverJob.class, Duration.ofSeconds(10)),
                        new Schedule(SpotCheckJob.class, Duration.ofMinutes(10)),
                        new Schedule(FoundReplyJob.class, Duration.ofSeconds(10)),
                        new Schedule(SendReplyJob.class, Duration.ofSeconds(5)),
                        new Schedule(AlertJob.class, Duration.ofSeconds(1)),
                        new Schedule(DeliverJob.class, Duration.ofSeconds(1))));
    }
}

package firsthour.jobs;

import java.time.Duration;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/// How often a job runs.
///
/// @param job a bean; its simple name is the name of the schedule in the database
/// @param every from start to start, at least a second
record Schedule(Class<? extends Job> job, Duration every) {
    static final String GROUP = "firsthour";

    Schedule {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException(job.getSimpleName() + " runs at most once a second");
        }
    }

    JobKey jobKey() {
        return JobKey.jobKey(job.getSimpleName(), GROUP);
    }

    TriggerKey triggerKey() {
        return TriggerKey.triggerKey(job.getSimpleName(), GROUP);
    }

    JobDetail detail() {
        return JobBuilder.newJob(job).withIdentity(jobKey()).build();
    }

    /// Runs that were missed, because no node was up or all were busy, are not made up for: the
    /// work waits in tables, and the next run does all of it.
    SimpleTrigger trigger() {
        return TriggerBuilder.newTrigger()
                .withIdentity(triggerKey())
                .withSchedule(
                        SimpleScheduleBuilder.simpleSchedule()
                                .withIntervalInMilliseconds(every.toMillis())
                                .repeatForever()
                                .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /// Whether a stored trigger and job already say the same.
    boolean isKeptBy(Trigger stored, JobDetail storedJob) {
        return stored instanceof SimpleTrigger simple
                && simple.getRepeatInterval() == every.toMillis()
                && simple.getMisfireInstruction() == trigger().getMisfireInstruction()
                && storedJob.getJobClass() == job;
    }
}

package firsthour.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// A job as Firsthour writes them: a bean that hands over to one room. It never runs twice at once,
/// on no two nodes, and may be run again after a crash: whatever it does has to be harmless when
/// repeated.
@DisallowConcurrentExecution
interface RepeatedJob extends Job {
    void run();

    @Override
    default void execute(JobExecutionContext context) {
        run();
    }
}

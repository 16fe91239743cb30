package firsthour.jobs;

import firsthour.intake.Streams;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.DBConnectionManager;

/// The scheduler, which shares its work with all other nodes on the same database.
@Factory
final class JobsFactory {
    private static final String NAME = "firsthour";

    /// Only long-running commands run it, so that an import or a report never does a node's work by
    /// the way.
    @Context
    @Bean(preDestroy = "close")
    @Requires(property = "firsthour.scheduler.enabled", value = "true")
    RunningScheduler scheduler(
            DataSource source, ApplicationContext context, Schedules schedules, Streams streams)
            throws SchedulerException {
        Scheduler scheduler = make(DelegatingDataSource.unwrapDataSource(source));
        scheduler.setJobFactory(
                (bundle, _) -> context.getBean(bundle.getJobDetail().getJobClass()));
        Timetable.store(scheduler, schedules.all());
        scheduler.start();
        return new RunningScheduler(scheduler, streams);
    }

    private static Scheduler make(DataSource pool) throws SchedulerException {
        String id = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(id, new JobStoreSource(pool));
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", NAME);
        settings.setProperty("org.quartz.scheduler.instanceId", id);
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "4");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty(
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.StdJDBCDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", id);
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "10000");
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "60000");
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        // Without it two nodes now and then fire the same trigger.
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // All nodes bear one name. Quartz would give a second application in this JVM the first
        // one's scheduler.
        synchronized (JobsFactory.class) {
            Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
            SchedulerRepository.getInstance().remove(NAME);
            return scheduler;
        }
    }
}

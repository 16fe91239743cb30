package firsthour.jobs;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.AsyncSingleResultPublisher;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.reactivestreams.Publisher;

/// Whether this node's scheduler runs, and when any node last fired a job.
@Singleton
@Requires(beans = RunningScheduler.class)
final class SchedulerHealth implements HealthIndicator {
    private final Scheduler scheduler;
    private final ExecutorService executor;

    SchedulerHealth(
            RunningScheduler running, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.executor = executor;
        this.scheduler = running.quartz();
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return new AsyncSingleResultPublisher<>(executor, this::check);
    }

    private HealthResult check() {
        HealthResult.Builder result = HealthResult.builder("scheduler");
        try {
            boolean running = scheduler.isStarted() && !scheduler.isInStandbyMode();
            Map<String, String> details = new LinkedHashMap<>();
            details.put("runningSince", text(scheduler.getMetaData().getRunningSince()));
            details.put("lastFired", text(lastFired().orElse(null)));
            return result.status(running ? HealthStatus.UP : HealthStatus.DOWN)
                    .details(details)
                    .build();
        } catch (SchedulerException e) {
            return result.status(HealthStatus.DOWN)
                    .details(Map.of("message", "The schedules cannot be read at the moment."))
                    .build();
        }
    }

    private Optional<Date> lastFired() throws SchedulerException {
        Stream.Builder<Date> fired = Stream.builder();
        for (TriggerKey key :
                scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(Schedule.GROUP))) {
            Trigger trigger = scheduler.getTrigger(key);
            if (trigger != null && trigger.getPreviousFireTime() != null) {
                fired.add(trigger.getPreviousFireTime());
            }
        }
        return fired.build().max(Date::compareTo);
    }

    private static String text(@Nullable Date date) {
        return date == null ? "never" : date.toInstant().toString();
    }
}

package firsthour.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.impl.matchers.GroupMatcher;

/// The schedules as they are stored for all nodes.
final class Timetable {
    private Timetable() {}

    /// Stores what differs and nothing else: a schedule that is stored again fires at once, on
    /// every start of every node.
    static void store(Scheduler scheduler, List<Schedule> schedules) throws SchedulerException {
        removeOthers(scheduler, schedules);
        for (Schedule schedule : schedules) {
            Trigger stored = scheduler.getTrigger(schedule.triggerKey());
            JobDetail job = stored == null ? null : scheduler.getJobDetail(schedule.jobKey());
            if (stored == null || job == null || !schedule.isKeptBy(stored, job)) {
                scheduler.scheduleJob(schedule.detail(), Set.of(schedule.trigger()), true);
            }
        }
    }

    /// What an earlier version did and this one does not.
    private static void removeOthers(Scheduler scheduler, List<Schedule> schedules)
            throws SchedulerException {
        Set<JobKey> known = schedules.stream().map(Schedule::jobKey).collect(Collectors.toSet());
        Set<JobKey> others =
                new HashSet<>(scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Schedule.GROUP)));
        others.removeAll(known);
        for (JobKey other : others) {
            scheduler.deleteJob(other);
        }
    }
}

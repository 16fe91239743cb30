package firsthour.jobs;

import firsthour.clocks.HolidayRefresh;
import jakarta.inject.Singleton;

/// Keeps public holidays and feeds of days off up to date.
@Singleton
final class HolidayJob implements RepeatedJob {
    private final HolidayRefresh refresh;

    HolidayJob(HolidayRefresh refresh) {
        this.refresh = refresh;
    }

    @Override
    public void run() {
        refresh.sweep();
    }
}

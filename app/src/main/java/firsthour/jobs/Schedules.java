package firsthour.jobs;

import jakarta.inject.Singleton;
import java.util.List;

/// Every schedule of the application, in one place.
@Singleton
record Schedules(List<Schedule> all) {
    Schedules() {
        this(List.of());
    }
}

package firsthour.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
class SchedulesTest {

    @Test
    void theApplicationIsGivenEverySchedule(Schedules schedules) {
        assertThat(schedules.all()).isNotEmpty().isEqualTo(new Schedules().all());
    }
}

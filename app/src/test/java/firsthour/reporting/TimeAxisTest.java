package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAxisTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 39, 41, 200, 9000})
    void leavesRoomForAWordBehindTheLongestTime(int hours) {
        var longest = Duration.ofHours(hours);
        var range = new TimeAxis(longest).getRange();
        double behind = (range.getUpperBound() - TimeAxis.at(longest)) / range.getLength();
        assertThat(behind).isGreaterThan(0.099);
        assertThat(range.getUpperBound()).isGreaterThan(TimeAxis.at(Duration.ofHours(40)));
    }
}

package firsthour.clocks;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("clock_pause")
record PauseRow(
        @Id @GeneratedValue long id, long clockId, Instant fromAt, @Nullable Instant untilAt) {

    Pause pause() {
        return new Pause(fromAt, untilAt == null ? fromAt : untilAt);
    }
}

package firsthour.jobs;

import firsthour.intake.Streams;
import jakarta.inject.Singleton;

/// Begins to listen to streams that nobody listens to.
@Singleton
final class StreamJob implements RepeatedJob {
    private final Streams streams;

    StreamJob(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        streams.sweep();
    }
}

package firsthour.jobs;

import firsthour.response.FoundReplyLinking;
import jakarta.inject.Singleton;

/// Ties replies that were found to their cases.
@Singleton
final class FoundReplyJob implements RepeatedJob {
    private final FoundReplyLinking linking;

    FoundReplyJob(FoundReplyLinking linking) {
        this.linking = linking;
    }

    @Override
    public void run() {
        linking.sweep();
    }
}

package firsthour.jobs;

import firsthour.response.Drafts;
import jakarta.inject.Singleton;

/// Forgets drafts that were left on closed cases.
@Singleton
final class DraftJob implements RepeatedJob {
    private final Drafts drafts;

    DraftJob(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void run() {
        drafts.forget();
    }
}

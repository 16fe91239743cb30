package firsthour.jobs;

import firsthour.recovery.Signs;
import firsthour.recovery.Testimonials;
import jakarta.inject.Singleton;

/// Sees which customers were won back, and ends testimonials that are over.
@Singleton
final class RecoveryJob implements RepeatedJob {
    private final Signs signs;
    private final Testimonials testimonials;

    RecoveryJob(Signs signs, Testimonials testimonials) {
        this.signs = signs;
        this.testimonials = testimonials;
    }

    @Override
    public void run() {
        while (signs.sweepMentions() && !Thread.currentThread().isInterrupted()) {
            // Until all cases are known.
        }
        while (signs.sweepCase() && !Thread.currentThread().isInterrupted()) {
            // Until none is left to look at.
        }
        while (testimonials.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until what is over has ended.
        }
    }
}

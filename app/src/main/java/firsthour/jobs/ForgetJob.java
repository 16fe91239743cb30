package firsthour.jobs;

import firsthour.recovery.SamePersons;
import firsthour.triage.Forgetting;
import jakarta.inject.Singleton;

/// Forgets the authors of deleted posts.
@Singleton
final class ForgetJob implements RepeatedJob {
    private final Forgetting forgetting;
    private final SamePersons persons;

    ForgetJob(Forgetting forgetting, SamePersons persons) {
        this.forgetting = forgetting;
        this.persons = persons;
    }

    @Override
    public void run() {
        while (forgetting.sweepBatch() && !Thread.currentThread().isInterrupted()) {
            // Until nobody is left to forget.
        }
        persons.forget();
    }
}

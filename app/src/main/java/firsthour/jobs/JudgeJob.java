package firsthour.jobs;

import firsthour.scoring.Judging;
import jakarta.inject.Singleton;

/// Judges the mentions that wait.
@Singleton
final class JudgeJob implements RepeatedJob {
    private final Judging judging;

    JudgeJob(Judging judging) {
        this.judging = judging;
    }

    @Override
    public void run() {
        judging.judgeWaiting();
    }
}

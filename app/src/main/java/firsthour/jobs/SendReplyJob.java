package firsthour.jobs;

import firsthour.response.Sending;
import jakarta.inject.Singleton;

/// Goes on with replies that are posted from here.
@Singleton
final class SendReplyJob implements RepeatedJob {
    private final Sending sending;

    SendReplyJob(Sending sending) {
        this.sending = sending;
    }

    @Override
    public void run() {
        sending.sweep();
    }
}

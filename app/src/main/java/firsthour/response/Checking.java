package firsthour.response;

import firsthour.response.check.Proofreading;
import firsthour.response.check.ReplyCheck;
import firsthour.sentiment.Scorer;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/// The check, which knows nothing of the application.
@Factory
final class Checking {

    @Singleton
    ReplyCheck replyCheck(Scorer scorer) {
        return new ReplyCheck(scorer, Proofreading.shared());
    }
}

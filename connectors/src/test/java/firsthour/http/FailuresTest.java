package firsthour.http;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.http.NoAnswer.Why;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void eachExceptionHasItsMeaningHoweverDeepItLies() {
        Map<Throwable, Why> meanings =
                Map.of(
                        ReadTimeoutException.TIMEOUT_EXCEPTION,
                        Why.TIMED_OUT,
                        io.netty.handler.timeout.ReadTimeoutException.INSTANCE,
                        Why.TIMED_OUT,
                        new ConnectTimeoutException(),
                        Why.UNREACHABLE,
                        new ConnectException(),
                        Why.UNREACHABLE,
                        new NoRouteToHostException(),
                        Why.UNREACHABLE,
                        new UnknownHostException(),
                        Why.UNREACHABLE,
                        new SSLHandshakeException("no"),
                        Why.UNREACHABLE,
                        new AddressGuard.Forbidden("private"),
                        Why.FORBIDDEN,
                        new IOException("reset"),
                        Why.BROKEN);

        meanings.forEach((error, why) -> {
            Throwable wrapped = new HttpClientException("failed", error);

            assertThat(Failures.explain(error, "a.example", false).why()).isEqualTo(why);
            assertThat(Failures.explain(wrapped, "a.example", false).why()).isEqualTo(why);
        });
    }

    @Test
    void encryptionThatFailsInTheMiddleOfAnAnswerIsBroken() {
        SSLHandshakeException error = new SSLHandshakeException("no");

        assertThat(Failures.explain(error, "a.example", true).why()).isEqualTo(Why.BROKEN);
    }
}

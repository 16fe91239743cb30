package firsthour.http;

import firsthour.http.NoAnswer.Why;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.TimeoutException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// Says in words what an exception of the client means.
final class Failures {
    private Failures() {}

    /// @param answered whether status and headers had come before it failed
    static NoAnswer explain(Throwable error, String host, boolean answered) {
        for (@Nullable Throwable at = error; at != null; at = at.getCause()) {
            switch (at) {
                case AddressGuard.Forbidden forbidden -> {
                    return new NoAnswer(Why.FORBIDDEN, String.valueOf(forbidden.getMessage()));
                }
                case UnknownHostException unknown -> {
                    return new NoAnswer(Why.UNREACHABLE, "There is no host named " + host);
                }
                case ConnectTimeoutException slow -> {
                    return new NoAnswer(Why.UNREACHABLE, host + " did not take the connection");
                }
                case ConnectException refused -> {
                    return new NoAnswer(Why.UNREACHABLE, host + " did not take the connection");
                }
                case NoRouteToHostException lost -> {
                    return new NoAnswer(Why.UNREACHABLE, "There is no way to " + host);
                }
                case SSLException untrusted -> {
                    return new NoAnswer(
                            answered ? Why.BROKEN : Why.UNREACHABLE,
                            "No trusted encryption with " + host + ": " + untrusted.getMessage());
                }
                case TimeoutException slow -> {
                    return timedOut(host);
                }
                case ReadTimeoutException slow -> {
                    return timedOut(host);
                }
                default -> {}
            }
        }
        return new NoAnswer(
                Why.BROKEN,
                host
                        + (answered
                                ? " broke off in the middle of its answer"
                                : " closed the connection without a proper answer"));
    }

    static NoAnswer timedOut(String host) {
        return new NoAnswer(Why.TIMED_OUT, host + " took too long to answer");
    }

    static NoAnswer tooLarge(String host, int limit) {
        return new NoAnswer(Why.TOO_LARGE, host + " answered with more than " + limit + " bytes");
    }
}

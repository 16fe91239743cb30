package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every network keeps to on which the brand can reply; beside [ConnectorContract].
public interface ReplyingContract {

    /// Settings that let the brand reply.
    Settings replySettings(String address);

    /// The post that is replied to.
    PostRef repliedTo();

    /// Whether the request would post the reply; whatever else is asked before and after is not.
    boolean isPosting(Request request);

    /// What the network's server answers when it takes the reply, and to what is asked around it.
    ResponseDefinitionBuilder answerToReply(Request request);

    /// The id that the network's answer gives to the reply.
    String idOfReply();

    @Test
    default void aReplyThatIsTakenIsPostedOnceAndHasItsId() {
        AtomicInteger posted = new AtomicInteger();
        contract()
                .answers(request -> {
                    if (isPosting(request)) {
                        posted.incrementAndGet();
                    }
                    return answerToReply(request);
                });

        assertThat(reply())
                .isInstanceOfSatisfying(
                        Sent.Done.class,
                        done -> assertThat(done.externalId()).isEqualTo(idOfReply()));
        assertThat(posted).hasValue(1);
    }

    @Test
    default void nobodyKnowsWhatBecameOfAReplyWithoutAProperAnswer() {
        for (ResponseDefinitionBuilder none :
                List.of(
                        aResponse().withStatus(500),
                        aResponse().withStatus(504),
                        aResponse().withFault(Fault.EMPTY_RESPONSE),
                        aResponse().withHeader("Content-Type", "text/html").withBody("<html>"),
                        aResponse().withHeader("Content-Type", "application/json").withBody("{"))) {
            postingSays(none);

            assertThat(reply()).isInstanceOf(Sent.Unsure.class);
        }
    }

    @Test
    default void aRefusedReplyWasNotPosted() {
        postingSays(json(401));
        assertThat(reply())
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Unauthorised.class));

        postingSays(json(429).withHeader("Retry-After", "30"));
        assertThat(reply())
                .isInstanceOfSatisfying(
                        Sent.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.RateLimited.class));
    }

    @Test
    default void repliesOnlyWhereTheSettingsAllowIt() {
        Replying connector = connector();

        assertThat(connector.canReply(replySettings(contract().address()))).isTrue();
        assertThat(connector.canReply(new Settings(java.util.Map.of()))).isFalse();
        assertThat(connector.limit().most()).isPositive();
    }

    private Sent reply() {
        return connector()
                .reply(
                        replySettings(contract().address()),
                        new OutgoingReply("key-1", repliedTo(), "We are sorry. It leaves today."));
    }

    private void postingSays(ResponseDefinitionBuilder answer) {
        contract().answers(request -> isPosting(request) ? answer : answerToReply(request));
    }

    private static ResponseDefinitionBuilder json(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{}");
    }

    private Replying connector() {
        return (Replying) contract().connector(contract().outbound);
    }

    private ConnectorContract contract() {
        return (ConnectorContract) this;
    }
}

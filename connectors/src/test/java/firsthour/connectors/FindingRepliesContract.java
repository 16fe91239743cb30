package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every network keeps to that shows the replies to a post; beside [ConnectorContract].
public interface FindingRepliesContract {

    /// Settings that let replies be read.
    Settings repliesSettings(String address);

    /// The post whose replies are read.
    PostRef answered();

    /// What the network's server answers when these replies to the post are there.
    ResponseDefinitionBuilder answerToReplies(Request request, List<Sample> replies);

    /// What the network's server answers when the post is gone.
    ResponseDefinitionBuilder answerWhenGone(Request request);

    @Test
    default void theRepliesComeAndSayWhatTheyAnswer() {
        Sample reply = new Sample(5, "We are sorry.", ConnectorContract.START.minusSeconds(5));
        contract().answers(request -> answerToReplies(request, List.of(reply)));

        assertThat(look())
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen -> {
                            assertThat(seen.gone()).isEmpty();
                            assertThat(seen.posts())
                                    .singleElement()
                                    .matches(post -> post.text().equals(reply.text()))
                                    .matches(post -> post.publishedAt().equals(reply.at()))
                                    .matches(post -> post.inReplyTo().isPresent());
                        });
    }

    @Test
    default void aPostWithoutRepliesIsNoRefusal() {
        contract().answers(request -> answerToReplies(request, List.of()));

        assertThat(look())
                .isInstanceOfSatisfying(
                        Look.Seen.class, seen -> assertThat(seen.posts()).isEmpty());
    }

    @Test
    default void aPostThatIsGoneIsNamed() {
        contract().answers(this::answerWhenGone);

        assertThat(look())
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen -> assertThat(seen.gone()).containsExactly(answered().externalId()));
    }

    @Test
    default void troubleIsNotTakenForASilentBrand() {
        contract().says(aResponse().withStatus(502));

        assertThat(look()).isInstanceOf(Look.Refused.class);
    }

    private Look look() {
        return ((FindingReplies) contract().connector(contract().outbound))
                .replies(repliesSettings(contract().address()), answered());
    }

    private ConnectorContract contract() {
        return (ConnectorContract) this;
    }
}

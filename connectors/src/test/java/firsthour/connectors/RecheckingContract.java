package firsthour.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every network keeps to that can be asked what became of posts; beside [ConnectorContract].
public interface RecheckingContract {

    /// What the network's server answers to a look when it holds these posts.
    ResponseDefinitionBuilder answerToRecheck(Request request, List<Sample> held);

    /// Settings that let posts be looked at again.
    Settings recheckSettings(String address);

    /// Where a person reads a post, for networks that find it by that alone.
    default Optional<URI> urlOf(Sample sample) {
        return Optional.empty();
    }

    @Test
    default void whatIsGoneIsToldApartFromWhatIsThere() {
        Sample edited = new Sample(1, "Acme was late, now mended", ConnectorContract.START);
        Sample deleted = new Sample(2, "Acme is late", ConnectorContract.START.plusSeconds(1));
        contract().answers(request -> answerToRecheck(request, List.of(edited)));

        Look look = recheck(List.of(edited, deleted));

        assertThat(look)
                .isInstanceOfSatisfying(
                        Look.Seen.class,
                        seen -> {
                            assertThat(seen.posts())
                                    .singleElement()
                                    .matches(post ->
                                            post.externalId().equals(contract().idOf(edited)))
                                    .matches(post -> post.text().equals(edited.text()));
                            assertThat(seen.gone()).containsExactly(contract().idOf(deleted));
                        });
    }

    @Test
    default void aLookThatIsRefusedSaysNothingOfAnyPost() {
        Sample held = new Sample(1, "Acme is late", ConnectorContract.START);

        contract().says(aResponse().withStatus(503));
        assertThat(recheck(List.of(held)))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.Transient.class));

        contract().says(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
        assertThat(recheck(List.of(held)))
                .isInstanceOfSatisfying(
                        Look.Refused.class,
                        refused ->
                                assertThat(refused.refusal())
                                        .isInstanceOf(Refusal.SourceChanged.class));
    }

    private Look recheck(List<Sample> asked) {
        Rechecking connector = (Rechecking) contract().connector(contract().outbound);
        assertThat(connector.batch()).isPositive();
        return connector.recheck(
                recheckSettings(contract().address()),
                asked.stream()
                        .map(sample ->
                                new PostRef(
                                        contract().idOf(sample), urlOf(sample), Optional.of("ann")))
                        .toList());
    }

    private ConnectorContract contract() {
        return (ConnectorContract) this;
    }
}

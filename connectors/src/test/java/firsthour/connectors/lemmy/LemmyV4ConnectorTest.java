package firsthour.connectors.lemmy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.Pull;
import firsthour.connectors.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The same where the pretended instance speaks the fourth version: its pages have cursors.
class LemmyV4ConnectorTest extends LemmyConnectorTest {
    private Api api = Api.V4;

    @Override
    Api api() {
        return api;
    }

    @Override
    String version() {
        return api == Api.V4 ? "1.0.0-beta.2" : super.version();
    }

    @Override
    ResponseDefinitionBuilder page(Request request, List<Sample> newest) {
        if (api == Api.V3) {
            return super.page(request, newest);
        }
        assertThat(request.queryParameter("type_").firstValue()).isEqualTo("posts");
        int from =
                request.queryParameter("page_cursor").isPresent()
                        ? Integer.parseInt(
                                request.queryParameter("page_cursor").firstValue().substring(1))
                        : 0;
        int to = Math.min(newest.size(), from + PAGE);
        var found = shown().found(views(newest.subList(from, to)), List.of());
        if (to < newest.size()) {
            found.put("next_page", "P" + to);
        }
        return json(found);
    }

    @Override
    ResponseDefinitionBuilder missing() {
        return error(404, "not_found");
    }

    @Test
    void anInstanceThatForgotTheThirdVersionIsAskedInTheFourth() {
        List<Sample> posts = Sample.some(3, 1, START.minusSeconds(900), 40);
        answers(request ->
                path(request).startsWith("/api/v3/")
                        ? aResponse().withStatus(404).withBody("no")
                        : answer(request, posts));

        assertThat(ids(drain(Checkpoint.NONE))).hasSize(3);
        SERVER.verify(getRequestedFor(urlPathEqualTo("/api/v4/site")));
    }

    @Test
    void aWalkThatAnUpgradeInterruptsStartsAtTheHeadAgain() {
        List<Sample> posts = Sample.some(120, 1, START.minusSeconds(9_000), 40);
        holds(posts);
        api = Api.V3;
        Connector connector = connector(outbound);
        Pull.Page first =
                (Pull.Page) connector.pull(settings(address()), search(), Checkpoint.NONE);

        api = Api.V4;
        later(Duration.ofMinutes(59));
        connector = connector(outbound);
        Pull.Page next = (Pull.Page) connector.pull(settings(address()), search(), first.next());

        assertThat(first.posts()).hasSize(PAGE);
        assertThat(next.posts()).isEmpty();
        assertThat(ids(drain(next.next()))).hasSize(120 - PAGE);
    }
}

package firsthour.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Instant AT = Instant.parse("2026-11-09T09:59:00Z");
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Test
    void repliesToRepliesAreFoundAndWhatIsNotShownIsPassedOver() {
        var deep = Views.node(Views.post("k3", "Sorry", AT), List.of());
        var upper =
                Views.node(
                        Views.post("k2", "Same here", AT),
                        List.of(Views.blocked(Views.uri("did:plc:bo", "k9")), deep));
        var other = Views.node(Views.post("k4", "And here", AT), List.of());

        Conversation read = read(Views.node(Views.post("k1", "Late", AT), List.of(upper, other)));

        assertThat(read.findReplies())
                .extracting(PostView::uri)
                .containsExactlyInAnyOrder(
                        Views.uri(Views.ANN, "k2"),
                        Views.uri(Views.ANN, "k3"),
                        Views.uri(Views.ANN, "k4"));
        assertThat(read.isGone()).isFalse();
    }

    @Test
    void aPostThatIsNotFoundIsGoneAndOneThatIsBlockedIsNot() {
        assertThat(read(Map.of("uri", "at://x", "notFound", true)).isGone()).isTrue();

        Conversation blocked = read(Views.blocked("at://x"));
        assertThat(blocked.isGone()).isFalse();
        assertThat(blocked.findReplies()).isEmpty();
    }

    private static Conversation read(Map<String, Object> thread) {
        return JSON.convertValue(Map.of("thread", thread), Conversation.class);
    }
}

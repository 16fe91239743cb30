package firsthour.connectors.reading;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.connectors.Budget;
import firsthour.connectors.Look;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneByOneTest {
    private static final Refusal TROUBLE = new Refusal.Transient("trouble");
    private static final Look.Refused REFUSED = new Look.Refused(TROUBLE, Budget.UNSAID);

    private final List<String> asked = new ArrayList<>();
    private Optional<Refusal> obstacle = Optional.empty();

    @Test
    void eachIsLookedAt() {
        assertThat(look(Map.of("a", there("a"), "b", gone("b"), "c", there("c"))))
                .isEqualTo(
                        new Look.Seen(List.of(post("a"), post("c")), Set.of("b"), Budget.UNSAID));
    }

    @Test
    void aRefusalEndsItAndWhatWasSeenBeforeCounts() {
        assertThat(look(Map.of("a", there("a"), "b", REFUSED, "c", there("c"))))
                .isEqualTo(new Look.Seen(List.of(post("a")), Set.of(), Budget.UNSAID));
        assertThat(asked).containsExactly("a", "b");

        assertThat(look(Map.of("a", REFUSED, "b", there("b"), "c", there("c")))).isEqualTo(REFUSED);
    }

    @Test
    void whatIsNotFoundIsGoneWhereNothingElseCanBeAsked() {
        assertThat(OneByOne.look(List.of(ref("a")), ref -> gone(ref.externalId())))
                .isEqualTo(gone("a"));
    }

    @Test
    void nothingIsGoneWhereTheWholeCannotBeRead() {
        obstacle = Optional.of(TROUBLE);

        assertThat(look(Map.of("a", there("a"), "b", gone("b"), "c", gone("c"))))
                .isEqualTo(new Look.Seen(List.of(post("a")), Set.of(), Budget.UNSAID));
        assertThat(look(Map.of("a", gone("a"), "b", gone("b"), "c", REFUSED))).isEqualTo(REFUSED);
    }

    private Look look(Map<String, Look> answers) {
        asked.clear();
        return OneByOne.look(
                List.of(ref("a"), ref("b"), ref("c")),
                ref -> {
                    asked.add(ref.externalId());
                    return answers.getOrDefault(ref.externalId(), REFUSED);
                },
                () -> obstacle);
    }

    private static PostRef ref(String id) {
        return new PostRef(id, Optional.empty(), Optional.empty());
    }

    private static Look there(String id) {
        return new Look.Seen(List.of(post(id)), Set.of(), Budget.UNSAID);
    }

    private static Look gone(String id) {
        return new Look.Seen(List.of(), Set.of(id), Budget.UNSAID);
    }

    private static Post post(String id) {
        return new Post(
                id,
                Optional.empty(),
                Optional.empty(),
                "late",
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }
}

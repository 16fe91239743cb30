package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingConditionsTest {
    private static final RoutingFacts CASE =
            new RoutingFacts(
                    41,
                    1,
                    "mastodon",
                    CaseKind.COMPLAINT,
                    Set.of("delivery", "price"),
                    Optional.of("de"),
                    OptionalInt.of(60),
                    1_500,
                    2,
                    true);

    /// A condition that holds for the case, one that does not, and how people read the first.
    record Row(RoutingConditions holds, RoutingConditions fails, String words) {}

    static List<Row> rows() {
        return List.of(
                new Row(with("1", "", "", "", "", "", "", "", false), brand("2"), ""),
                new Row(network("mastodon"), network("bluesky"), "on mastodon"),
                new Row(topic(" Delivery "), topic("taste"), "about delivery"),
                new Row(kind("COMPLAINT"), kind("INQUIRY"), "complaint"),
                new Row(language("DE"), language("en"), "in language de"),
                new Row(severity("60"), severity("61"), "severity from 60"),
                new Row(reach("1500"), reach("1501"), "reach from 1,500"),
                new Row(earlier("2"), earlier("3"), "author wrote 2 times or more before"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachConditionHoldsFromItsEdgeOn(Row row) {
        assertThat(row.holds().fit(CASE)).isTrue();
        assertThat(row.fails().fit(CASE)).isFalse();
        assertThat(String.join(", ", row.holds().inWords())).isEqualTo(row.words());
    }

    @Test
    void aVipIsAskedForByName() {
        var vip = with("", "", "", "", "", "", "", "", true);
        assertThat(vip.fit(CASE)).isTrue();
        assertThat(
                        vip.fit(
                                new RoutingFacts(
                                        41,
                                        1,
                                        "mastodon",
                                        CaseKind.COMPLAINT,
                                        Set.of(),
                                        Optional.empty(),
                                        OptionalInt.empty(),
                                        0,
                                        0,
                                        false)))
                .isFalse();
    }

    @Test
    void whatIsNotKnownMeetsNoCondition() {
        var unknown =
                new RoutingFacts(
                        41,
                        1,
                        "mastodon",
                        CaseKind.LOOK,
                        Set.of(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        0,
                        0,
                        false);
        assertThat(severity("0").fit(unknown)).isFalse();
        assertThat(language("de").fit(unknown)).isFalse();
        assertThat(topic("delivery").fit(unknown)).isFalse();
        assertThat(RoutingConditions.ANY.fit(unknown)).isTrue();
    }

    @Test
    void allConditionsMustHold() {
        var both = with("", "mastodon", "taste", "", "", "", "", "", false);
        assertThat(both.fit(CASE)).isFalse();
        assertThat(both.inWords()).containsExactly("on mastodon", "about taste");
    }

    @Test
    void aSeverityBeyondTheScaleIsAMistake() {
        assertThatThrownBy(() -> severity("101")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reach("-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static RoutingConditions brand(String id) {
        return with(id, "", "", "", "", "", "", "", false);
    }

    private static RoutingConditions network(String name) {
        return with("", name, "", "", "", "", "", "", false);
    }

    private static RoutingConditions topic(String word) {
        return with("", "", word, "", "", "", "", "", false);
    }

    private static RoutingConditions kind(String name) {
        return with("", "", "", name, "", "", "", "", false);
    }

    private static RoutingConditions language(String tag) {
        return with("", "", "", "", tag, "", "", "", false);
    }

    private static RoutingConditions severity(String least) {
        return with("", "", "", "", "", least, "", "", false);
    }

    private static RoutingConditions reach(String least) {
        return with("", "", "", "", "", "", least, "", false);
    }

    private static RoutingConditions earlier(String least) {
        return with("", "", "", "", "", "", "", least, false);
    }

    private static RoutingConditions with(
            String brand,
            String network,
            String topic,
            String kind,
            String language,
            String severity,
            String reach,
            String earlier,
            boolean vip) {
        return new RoutingConditions(
                brand.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(brand)),
                Optional.of(network),
                Optional.of(topic),
                kind.isEmpty() ? Optional.empty() : Optional.of(CaseKind.valueOf(kind)),
                Optional.of(language),
                severity.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(severity)),
                reach.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(reach)),
                earlier.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(earlier)),
                vip);
    }
}

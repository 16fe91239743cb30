package firsthour.sentiment.toward;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.text.Occurrences;
import firsthour.sentiment.text.Tokens;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final Tokens tokens = new Tokens();
    private final Layout layout = new Layout();

    @Test
    void distanceAndSideAreThoseOfTheNearestOccurrence() {
        read("a Northline b c d e Northline f");
        assertThat(layout.distance(0)).isEqualTo(1);
        assertThat(layout.isAfter(0)).isFalse();
        assertThat(layout.distance(2)).isEqualTo(1);
        assertThat(layout.isAfter(2)).isTrue();
        assertThat(layout.distance(4)).isEqualTo(2);
        assertThat(layout.distance(5)).isEqualTo(1);
        assertThat(layout.isAfter(5)).isFalse();
        assertThat(layout.isAfter(7)).isTrue();
        assertThat(layout.isTarget(1)).isTrue();
        assertThat(layout.distance(1)).isZero();
    }

    @Test
    void butAndAStopEndTheTargetsClause() {
        read("Northline is late but Southway came . I like Northline");
        assertThat(layout.isWithTarget(2)).isTrue();
        assertThat(layout.isWithTarget(5)).isFalse();
        assertThat(layout.isWithTarget(8)).isTrue();
        assertThat(layout.hasOneClause()).isFalse();
        read("Northline is late");
        assertThat(layout.hasOneClause()).isTrue();
    }

    @Test
    void aCommaAndAnotherNamePartWordsFromTheTarget() {
        read("Northline was late , Southway saved me");
        assertThat(layout.isOwn(1)).isTrue();
        assertThat(layout.isOwn(2)).isTrue();
        assertThat(layout.isOwn(3)).isFalse();
        assertThat(layout.isOwn(5)).isFalse();
        read("so Northline saw Southway leave");
        assertThat(layout.isOwn(0)).isTrue();
        assertThat(layout.isOwn(2)).isTrue();
        assertThat(layout.isOwn(4)).isFalse();
    }

    @Test
    void aPostOfNothingButStopsIsNoTrouble() {
        read("Northline " + ". ! ".repeat(2_000));
        assertThat(layout.isWithTarget(0)).isTrue();
    }

    private void read(String post) {
        tokens.read(post);
        var target = new Occurrences().find(post, tokens, "Northline");
        layout.read(post, tokens, target);
    }
}

package firsthour.triage;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Polarity;
import firsthour.triage.Priority.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {

    @Test
    void sumsItsReasonsInWords() {
        var facts =
                new FactsDraft()
                        .negative(.94)
                        .complaint(.8)
                        .followers(12_410)
                        .earlierPosts(2)
                        .rating(1)
                        .build();
        assertThat(Priority.of(CaseKind.COMPLAINT, facts))
                .isEqualTo(
                        new Priority(
                                90,
                                List.of(
                                        new Reason(20, "a complaint"),
                                        new Reason(38, "94 % likely negative"),
                                        new Reason(12, "12,410 followers"),
                                        new Reason(10, "post 3 of this author"),
                                        new Reason(10, "rated 1 of 5"))));
    }

    @Test
    void severityStandsForTheProbabilityWhereItIsKnown() {
        assertThat(
                        Priority.of(
                                        CaseKind.COMPLAINT,
                                        new FactsDraft().negative(.94).severity(71).build())
                                .reasons())
                .containsExactly(new Reason(20, "a complaint"), new Reason(28, "severity 71"));
    }

    @Test
    void aPersonsNegativeIsCertain() {
        assertThat(
                        Priority.of(
                                        CaseKind.COMPLAINT,
                                        new FactsDraft().corrected(Polarity.NEGATIVE).build())
                                .points())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "99,0",
        "100,2",
        "999,2",
        "1000,6",
        "9999,6",
        "10000,12",
        "99999,12",
        "100000,16",
        "999999,16",
        "1000000,20"
    })
    void reachCountsInBrackets(long followers, int points) {
        assertThat(
                        Priority.of(CaseKind.INQUIRY, new FactsDraft().followers(followers).build())
                                .points())
                .isEqualTo(10 + points);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "50, 1, '2 50 followers, 1 repost'",
        "0, 9, '2 9 reposts'",
        "0, 10, '6 10 reposts'",
        "9000, 10, '12 9,000 followers, 10 reposts'"
    })
    void aRepostCountsAsAHundredReaders(long followers, long reposts, String reason) {
        var reach =
                Priority.of(
                                CaseKind.INQUIRY,
                                new FactsDraft().followers(followers).reposts(reposts).build())
                        .reasons()
                        .stream()
                        .skip(1)
                        .map(why -> why.points() + " " + why.reason())
                        .findFirst()
                        .orElse("0");

        assertThat(reach).isEqualTo(reason);
    }

    @Test
    void repetitionIsCapped() {
        assertThat(
                        Priority.of(CaseKind.INQUIRY, new FactsDraft().earlierPosts(40).build())
                                .points())
                .isEqualTo(25);
    }

    @Test
    void aLookComesLast() {
        assertThat(
                        Priority.of(
                                        CaseKind.LOOK,
                                        new FactsDraft()
                                                .undetermined()
                                                .followers(2_000_000)
                                                .earlierPosts(3)
                                                .build())
                                .points())
                .isZero();
    }

    @Test
    void theSumEndsAtAHundredAndBelowWhatHasWaited() {
        var most =
                Priority.of(
                        CaseKind.COMPLAINT,
                        new FactsDraft()
                                .severity(100)
                                .followers(2_000_000)
                                .earlierPosts(3)
                                .rating(1)
                                .build());
        assertThat(most.points()).isEqualTo(100).isLessThan(Priority.FLOOR);
        assertThat(most.raised().points()).isEqualTo(Priority.FLOOR);
        assertThat(most.raised().reasons())
                .last()
                .isEqualTo(new Reason(20, "waiting for 20 h or longer"));
        assertThat(most.raised().lowered()).isEqualTo(most);
    }
}

package firsthour.web.cases;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.triage.CaseView.PhraseView;
import firsthour.web.cases.CasePage.Pull;
import firsthour.web.cases.CasePage.Segment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostViewsTest {
    @Test
    void phrasesAreUnderlinedWithTheirReason() {
        assertThat(
                        PostViews.segments(
                                "I won't be back, sadly.",
                                List.of(new PhraseView(17, 22, -.2), new PhraseView(2, 15, -.7)),
                                false))
                .containsExactly(
                        new Segment("I ", null),
                        new Segment("won't be back", Pull.STRONGLY_NEGATIVE),
                        new Segment(", ", null),
                        new Segment("sadly", Pull.NEGATIVE),
                        new Segment(".", null));
    }

    @Test
    void whatMadeItAComplaintIsSaidToHave() {
        assertThat(
                        PostViews.segments(
                                "where is my order, lovely people",
                                List.of(new PhraseView(0, 8, -.6), new PhraseView(19, 25, .3)),
                                true))
                .extracting(Segment::pull)
                .containsExactly(Pull.STRONGLY_COMPLAINING, null, Pull.CONTENT, null);
    }

    @Test
    void offsetsCountInUtf16AsTheyWereStored() {
        assertThat(PostViews.segments("😡 awful", List.of(new PhraseView(3, 8, -.9)), false))
                .containsExactly(
                        new Segment("😡 ", null), new Segment("awful", Pull.STRONGLY_NEGATIVE));
    }

    @Test
    void phrasesThatOverlapOrLieOutsideLoseNoWord() {
        var segments =
                PostViews.segments(
                        "never again",
                        List.of(
                                new PhraseView(0, 5, -.5),
                                new PhraseView(3, 8, -.5),
                                new PhraseView(6, 99, -.5)),
                        false);
        assertThat(segments).extracting(Segment::text).containsExactly("never", " again");
    }

    @Test
    void aTitleStandsApartFromTheWords() {
        var segments =
                PostViews.segments(
                        "Awful app\n\nIt crashes.", List.of(new PhraseView(0, 5, -.5)), false);
        assertThat(PostViews.upTo(9, segments))
                .containsExactly(
                        new Segment("Awful", Pull.STRONGLY_NEGATIVE), new Segment(" app", null));
        assertThat(PostViews.after(9, segments)).containsExactly(new Segment("It crashes.", null));
        assertThat(PostViews.upTo(0, segments)).isEmpty();
        assertThat(PostViews.after(0, segments)).isEqualTo(segments);
    }

    @Test
    void onlyWebAddressesMayBeFollowed() {
        assertThat(Labels.safeLink(Optional.of("javascript:alert(1)"))).isEmpty();
        assertThat(Labels.safeLink(Optional.of("data:text/html,x"))).isEmpty();
        assertThat(Labels.safeLink(Optional.of("HTTPS://example.org/1"))).isPresent();
    }
}

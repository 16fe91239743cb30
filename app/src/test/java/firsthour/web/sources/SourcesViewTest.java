package firsthour.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import firsthour.intake.Tally;
import org.junit.jupiter.api.Test;

class SourcesViewTest {
    @Test
    void onlyWhatHappenedIsSaid() {
        assertThat(SourcesView.others(Tally.NOTHING)).isEmpty();
        assertThat(SourcesView.others(new Tally(5, 0, 0, 4, 1, 0, 2)))
                .isEqualTo("1 about no brand, 2 not readable");
    }
}

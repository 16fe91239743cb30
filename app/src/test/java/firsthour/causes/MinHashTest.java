package firsthour.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MinHashTest {
    private static final List<String> BRAND = List.of("Kestrel Coffee");

    /// A post with what it is about; `-` for a post that shares its words with no other.
    private record Labelled(String cause, String text) {
        boolean isOf(Labelled other) {
            return cause.equals(other.cause) && !cause.equals("-");
        }
    }

    @Test
    void sameTextsAreAlikeWhateverTheirLinksHandlesAndCapitals() {
        var one = of("The driver never came and the app says it was delivered.");
        var other =
                of(
                        "@kestrel THE DRIVER never came, and the app says it was delivered! https://a.example/b");
        assertThat(one.likeness(other)).isEqualTo(1);
        assertThat(one.bands()).isEqualTo(other.bands());
    }

    @Test
    void theNameOfTheBrandMakesNothingAlike() {
        var one = of("Kestrel Coffee Kestrel Coffee: my parcel has been in the depot for a week");
        var other = of("my parcel has been in the depot for a week");
        assertThat(one.likeness(other)).isEqualTo(1);
    }

    @Test
    void likenessIsAboutTheShareOfCommonPieces() {
        var shared = "the subscription cannot be cancelled in the app and it shows an error ";
        var one = of(shared + "every single time that somebody tries to press the small button");
        var other = of(shared + "whoever wrote that screen has never once used it on a real phone");
        assertThat(one.likeness(other)).isCloseTo(.37, within(.15));
    }

    @Test
    void ofAShortTextNothingIsSaid() {
        assertThat(MinHash.of("Kestrel Coffee is so bad again", BRAND)).isEmpty();
        assertThat(MinHash.of("", BRAND)).isEmpty();
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        var signature = of("The driver never came and the app says it was delivered.");
        assertThat(signature.stored()).hasSize(512);
        assertThat(MinHash.of(signature.stored()).likeness(signature)).isEqualTo(1);
        assertThat(signature.bands()).hasSize(MinHash.BANDS).doesNotHaveDuplicates();
    }

    /// The figures of docs/adr/0011-one-cause.md.
    @Test
    void onTheLabelledSetNothingIsFoundThatIsNotTheSameAndNearlyAllThatIs() {
        var posts = read();
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (int i = 0; i < posts.size(); i++) {
            for (int j = i + 1; j < posts.size(); j++) {
                var same = posts.get(i).isOf(posts.get(j));
                if (isFound(posts.get(i), posts.get(j))) {
                    right += same ? 1 : 0;
                    wrong += same ? 0 : 1;
                } else {
                    missed += same ? 1 : 0;
                }
            }
        }
        assertThat(posts).hasSize(41);
        assertThat(wrong).as("pairs that are not the same").isZero();
        assertThat(right).as("pairs that are").isEqualTo(31);
        assertThat(missed).isEqualTo(1);
    }

    private static boolean isFound(Labelled one, Labelled other) {
        var first = of(one.text());
        var second = of(other.text());
        return !Collections.disjoint(first.bands(), second.bands())
                && first.likeness(second) >= GroupingBatch.ALIKE;
    }

    private static MinHash of(String text) {
        return MinHash.of(text, BRAND).orElseThrow();
    }

    private static List<Labelled> read() {
        try (var file = MinHashTest.class.getResourceAsStream("/causes/labelled.tsv")) {
            var lines =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            var posts = new ArrayList<Labelled>();
            for (var line : lines) {
                int tab = line.indexOf('\t');
                posts.add(new Labelled(line.substring(0, tab), line.substring(tab + 1)));
            }
            return posts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

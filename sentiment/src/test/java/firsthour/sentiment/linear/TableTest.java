package firsthour.sentiment.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final int BITS = 12;

    @Property(tries = 200)
    void theSumsAreThoseOfTheRowsWhateverTheirWidth(
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @Size(max = 1_500) List<@IntRange(max = (1 << BITS) - 1) Integer> post,
            @ForAll byte seed) {
        var features = features(post);
        int[] expected = new int[width];
        for (int i = 0; i < features.size(); i++) {
            for (int k = 0; k < width; k++) {
                expected[k] += weight(features.get(i), k, seed);
            }
        }
        assertThat(table(width, seed).sums(features)).containsExactly(expected);
    }

    @Test
    void theGreatestWeightsOfALongPostDoNotRunIntoEachOther() {
        var rows = new Table.Builder(BITS, 3, 0);
        var features = new Features(BITS);
        for (int feature = 0; feature < 1 << BITS; feature++) {
            rows.add(feature, new byte[] {Byte.MAX_VALUE, Byte.MIN_VALUE, Byte.MAX_VALUE});
            features.add(feature);
        }
        int most = features.size() * Byte.MAX_VALUE;
        assertThat(features.size()).isGreaterThan(1_000);
        assertThat(rows.build().sums(features))
                .containsExactly(most, features.size() * Byte.MIN_VALUE, most);
    }

    @Property(tries = 200)
    void tablesSideBySideAnswerAsEachOfThemDoesAndComeApartAgain(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 20) Integer> widths,
            @ForAll @Size(max = 300) List<@IntRange(max = (1 << BITS) - 1) Integer> post,
            @ForAll byte seed) {
        var tables = widths.stream().map(width -> table(width, (byte) (seed + width))).toList();
        var features = features(post);
        var together = Table.sideBySide(tables);
        int[] sums = together.sums(features);
        int column = 0;
        for (var table : tables) {
            int[] expected = table.sums(features);
            assertThat(Arrays.copyOfRange(sums, column, column + table.width()))
                    .containsExactly(expected);
            assertThat(together.columns(column, table.width()).sums(features))
                    .containsExactly(expected);
            column += table.width();
        }
        assertThat(sums).hasSize(column);
    }

    @Test
    void aRowThatOneTableLacksIsZeroThere() {
        var one = new Table.Builder(BITS, 3, 1);
        one.add(7, new byte[] {1, -2, 3});
        var other = new Table.Builder(BITS, 6, 1);
        other.add(9, new byte[] {-1, 2, -3, 4, -5, 6});
        var both = Table.sideBySide(List.of(one.build(), other.build()));
        assertThat(both.size()).isEqualTo(2);
        assertThat(both.sums(features(List.of(7)))).containsExactly(1, -2, 3, 0, 0, 0, 0, 0, 0);
        assertThat(both.sums(features(List.of(9)))).containsExactly(0, 0, 0, -1, 2, -3, 4, -5, 6);
        assertThat(both.sums(features(List.of(8)))).containsOnly(0);
    }

    @Test
    void tablesOfDifferentFeaturesDoNotStandSideBySide() {
        var rows = new Table.Builder(BITS + 1, 3, 0).build();
        assertThatThrownBy(() -> Table.sideBySide(List.of(rows, table(3, (byte) 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Features features(List<Integer> post) {
        var features = new Features(BITS);
        post.forEach(features::add);
        return features;
    }

    private static Table table(int width, byte seed) {
        var rows = new Table.Builder(BITS, width, 4);
        byte[] row = new byte[width];
        for (int feature = 0; feature < 1 << BITS; feature++) {
            for (int k = 0; k < width; k++) {
                row[k] = weight(feature, k, seed);
            }
            rows.add(feature, row);
        }
        return rows.build();
    }

    /// Of every other feature nothing.
    private static byte weight(int feature, int column, byte seed) {
        return (byte) (feature % 2 == 0 ? 0 : 31 * feature + 17 * column + seed);
    }
}

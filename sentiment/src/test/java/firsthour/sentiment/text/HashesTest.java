package firsthour.sentiment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HashesTest {
    /// Of so few different ones that they repeat, and lie in each other's way.
    @Property
    void eachIsFoundAtItsFirstPlaceAndNoOther(
            @ForAll @Size(max = 300) List<@LongRange(min = 1, max = 400) Long> listed) {
        var hashes = new Hashes(listed.stream().mapToLong(Long::longValue).toArray());
        for (long hash = -10; hash <= 410; hash++) {
            assertThat(hashes.find(hash)).isEqualTo(listed.indexOf(hash));
            assertThat(hashes.contains(hash)).isEqualTo(listed.contains(hash));
        }
        assertThat(hashes.size()).isEqualTo(listed.size());
    }

    @Property
    void hashesOfAnyBitsAreFound(@ForAll @Size(max = 100) List<Long> listed) {
        var some = listed.stream().filter(hash -> hash != 0).toList();
        var hashes = new Hashes(some.stream().mapToLong(Long::longValue).toArray());
        for (long hash : some) {
            assertThat(hashes.get(hashes.find(hash))).isEqualTo(hash);
        }
    }

    @Test
    void wordsAreToldApartBySpaces() {
        var words = Hashes.ofWords("not never", "don't");
        assertThat(words.size()).isEqualTo(3);
        assertThat(words.contains(Tokens.hashOf("never"))).isTrue();
        assertThat(words.find(Tokens.hashOf("don't"))).isEqualTo(2);
        assertThat(words.contains(Tokens.hashOf("not never"))).isFalse();
        assertThat(words.contains(0)).isFalse();
    }
}

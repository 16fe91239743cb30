package firsthour.connectors.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final String POST = "3n3hr7cnw2s22";

    @Test
    void aKeyIsTheSameForEachAttemptAndDatedLikeThePost() {
        assertThat(RecordKey.of(POST, "key-1"))
                .isEqualTo(RecordKey.of(POST, "key-1"))
                .startsWith("3n3hr7c")
                .matches("[2-7a-j][2-7a-z]{12}");
    }

    @Test
    void noTwoRepliesShareAKey() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 5_000; i++) {
            keys.add(RecordKey.of(POST, "reply-" + i));
        }
        assertThat(keys).hasSize(5_000);
    }

    @Test
    void aPostWhoseKeyHoldsNoTimeIsAnsweredUnderAProperKey() {
        for (String other : new String[] {"my-post", "zzzzzzzzzzzzz", "3n3hr7cnw2s22a"}) {
            assertThat(RecordKey.of(other, "key-1")).matches("3ldzzzz[2-7a-z]{6}");
        }
    }
}

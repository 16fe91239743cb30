package firsthour.scoring;

import static firsthour.triage.Stage.BRAND;
import static firsthour.triage.Stage.OTHER_BRAND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthour.brand.Rejected;
import firsthour.mention.Judgeable;
import firsthour.sentiment.Topic;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
class TopicWordsTest {
    private final TopicWords words;
    private final Subjects subjects;
    private final Stage stage;

    TopicWordsTest(TopicWords words, Subjects subjects, Stage stage) {
        this.words = words;
        this.subjects = subjects;
        this.stage = stage;
    }

    @BeforeEach
    void reset() {
        stage.reset();
    }

    @Test
    void aBrandsWordsAreGivenToTheModelWithItsMentionsAlone() {
        words.add(BRAND, "  Perch \n grinder ", "PRODUCT_QUALITY");
        words.add(OTHER_BRAND, "leaf club", "PRICE");

        assertThat(subjects.of(List.of(mention(1, BRAND), mention(2, OTHER_BRAND), mention(3, 99))))
                .extracting(asked -> asked.subject().topicWords())
                .containsExactly(
                        Map.of("Perch grinder", Topic.PRODUCT_QUALITY),
                        Map.of("leaf club", Topic.PRICE),
                        Map.of());
    }

    @Test
    void aWordHasLettersAndNothingThatIsNotSeen() {
        assertThatThrownBy(() -> words.add(BRAND, "!!!", "PRICE"))
                .isInstanceOf(Rejected.class)
                .hasMessage("A word or phrase has letters or digits.");
        assertThat(words.add(BRAND, "\u202Ereward\u200B card", "PRICE").word())
                .isEqualTo("reward card");
    }

    @Test
    void aWordIsThereOnceWhateverItsCase() {
        words.add(BRAND, "Perch", "PRODUCT_QUALITY");
        assertThatThrownBy(() -> words.add(BRAND, "PERCH", "PRICE"))
                .isInstanceOf(Rejected.class)
                .hasMessage(
                        "“Perch” is there already, for product quality. Remove it first to give it"
                                + " another topic.");
        assertThat(words.add(OTHER_BRAND, "perch", "PRICE").topic()).isEqualTo(Topic.PRICE);
    }

    @ParameterizedTest
    @CsvSource({"'  ',PRICE,1 to 60", "word,WEATHER,Choose the topic", "word,,Choose the topic"})
    void whatIsNoneIsRefused(String word, String topic, String why) {
        assertThatThrownBy(() -> words.add(BRAND, word, String.valueOf(topic)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(why);
        assertThatThrownBy(() -> words.add(BRAND, "x".repeat(61), "PRICE"))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void thereIsRoomForTwoHundred() {
        stage.execute(
                "INSERT INTO topic_word (brand_id, word, topic)"
                        + " SELECT 1, CONCAT('word ', seq), 'PRICE' FROM seq_1_to_200");
        assertThatThrownBy(() -> words.add(BRAND, "one more", "PRICE"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("200");
        words.remove(BRAND, words.list(BRAND).getFirst().id());
        assertThat(words.add(BRAND, "one more", "PRICE").word()).isEqualTo("one more");
    }

    private static Judgeable mention(long id, long brand) {
        return new Judgeable(id, brand, "Brand", null, "Words", null, null);
    }
}

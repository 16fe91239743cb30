package firsthour.scoring;

import static firsthour.language.Texts.t;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.sentiment.Topic;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A brand's own words for topics: names of products, of shops, of programmes, which no model
/// knows. They hold for what is judged from then on.
@Singleton
public class TopicWords {
    /// Characters of one.
    public static final int LONGEST = 60;

    /// So many for a brand.
    public static final int MOST = 200;

    /// What turns the direction of writing or is not seen, and no gap.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}&&[^\u200C\u200D]]");

    private final TopicWordRows rows;
    private final Brands brands;

    TopicWords(TopicWordRows rows, Brands brands) {
        this.rows = rows;
        this.brands = brands;
    }

    /// Adds a word.
    ///
    /// @param topic the name of a [Topic]
    /// @throws Rejected when the word is blank, too long or there already, there are too many, or
    ///   the topic is none
    @Transactional
    public TopicWord add(long brandId, String word, String topic) {
        var clean = INVISIBLE.matcher(word).replaceAll("").strip().replaceAll("\\s+", " ");
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Rejected("word", t("A word or phrase has 1 to {0} characters.", LONGEST));
        }
        if (clean.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Rejected("word", t("A word or phrase has letters or digits."));
        }
        var known =
                Arrays.stream(Topic.values())
                        .filter(each -> each.name().equals(topic))
                        .findFirst()
                        .orElseThrow(() ->
                                new Rejected("topic", t("Choose the topic that it stands for.")));
        brands.lock(brandId);
        rows.findByBrandIdAndWord(brandId, clean)
                .ifPresent(there -> {
                    throw new Rejected(
                            "word",
                            t(
                                    "“{0}” is there already, for {1}. Remove it first to give it another topic.",
                                    there.word(), JudgedWords.of(there.topic())));
                });
        if (rows.countByBrandId(brandId) >= MOST) {
            throw new Rejected(
                    "word", t("There are {0} words already. Remove one that is not needed.", MOST));
        }
        return rows.save(new TopicWord(0, brandId, clean, known));
    }

    @Transactional
    public void remove(long brandId, long wordId) {
        rows.deleteByIdAndBrandId(wordId, brandId);
    }

    /// A brand's words in their order.
    @Transactional(readOnly = true)
    public List<TopicWord> list(long brandId) {
        return rows.findByBrandIdOrderByWord(brandId);
    }

    /// The words of several brands.
    record OfBrands(Map<Long, Map<String, Topic>> byBrand) {
        Map<String, Topic> of(long brandId) {
            return byBrand.getOrDefault(brandId, Map.of());
        }
    }

    OfBrands findFor(List<Long> brandIds) {
        return new OfBrands(
                rows.findByBrandIdIn(brandIds).stream()
                        .collect(
                                groupingBy(
                                        TopicWord::brandId,
                                        toMap(TopicWord::word, TopicWord::topic))));
    }
}

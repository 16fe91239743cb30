package firsthour.scoring;

import firsthour.mention.Judgeable;
import firsthour.sentiment.Subject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Puts what the model is asked together: a post, the brand that it mentions, and the brand's own
/// words for topics.
@Singleton
class Subjects {
    private final TopicWords words;

    Subjects(TopicWords words) {
        this.words = words;
    }

    /// A mention and what is asked about it.
    record Asked(long mentionId, Subject subject) {}

    /// In the order of the mentions.
    List<Asked> of(List<Judgeable> mentions) {
        var topics = words.findFor(mentions.stream().map(Judgeable::brandId).distinct().toList());
        return mentions.stream()
                .map(mention -> {
                    var rating = mention.rating();
                    return new Asked(
                            mention.id(),
                            new Subject(
                                    mention.words(),
                                    Optional.of(mention.brandName()),
                                    Optional.ofNullable(mention.language()),
                                    rating == null ? OptionalInt.empty() : OptionalInt.of(rating),
                                    topics.of(mention.brandId())));
                })
                .toList();
    }
}

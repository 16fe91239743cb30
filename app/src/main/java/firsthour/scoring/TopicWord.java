package firsthour.scoring;

import firsthour.sentiment.Topic;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A word or phrase of a brand's own and the topic that it stands for.
///
/// @param word 1 to 60 characters; unlike any other of the brand, whatever the case
@MappedEntity("topic_word")
public record TopicWord(@Id @GeneratedValue long id, long brandId, String word, Topic topic) {}

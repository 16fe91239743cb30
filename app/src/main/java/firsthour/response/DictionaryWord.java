package firsthour.response;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A word of a brand that is right although no dictionary has it.
@MappedEntity("dictionary_word")
public record DictionaryWord(@Id @GeneratedValue long id, long brandId, String word) {}

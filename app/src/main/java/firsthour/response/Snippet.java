package firsthour.response;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A fact to insert into a reply: an address, opening hours, how a return works.
///
/// @param name by which people find it
/// @param version of the text as it stands
@MappedEntity("snippet")
public record Snippet(
        @Id @GeneratedValue long id, long brandId, String name, String text, long version) {}

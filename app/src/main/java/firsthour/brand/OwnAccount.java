package firsthour.brand;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// An account of the brand itself: what it posts is a reply, never a mention.
///
/// @param network a connector's network name
/// @param handle without a leading `@`, lower-case
/// @param bot an automatic account, whose words stop no clock
@MappedEntity("own_account")
public record OwnAccount(
        @Id @GeneratedValue long id, long brandId, String network, String handle, boolean bot) {}

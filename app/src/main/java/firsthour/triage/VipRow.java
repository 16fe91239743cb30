package firsthour.triage;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A customer whose cases are looked at with care.
///
/// @param handle in lower case, without an @
@MappedEntity("vip_author")
record VipRow(@Id @GeneratedValue long id, long brandId, String network, String handle) {

    Vip vip() {
        return new Vip(id, brandId, network, handle);
    }
}

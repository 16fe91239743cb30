package firsthour.brand;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.time.ZoneId;

/// What people talk about.
///
/// @param zone IANA name of the zone that reports are made in
/// @param threshold probability, above 0 and below 1, from which a mention becomes a case
/// @param lookReviews whether a review in an unknown language becomes a case
/// @param lookPosts whether any other post in an unknown language becomes a case
/// @param inquiries whether a question to the brand becomes a case
/// @param sample made by the demo: its posts and people are invented
@MappedEntity("brand")
public record Brand(
        @Id @GeneratedValue long id,
        String name,
        String zone,
        double threshold,
        boolean lookReviews,
        boolean lookPosts,
        boolean inquiries,
        boolean sample,
        Instant createdAt,
        @Version long version) {

    static final int MAX_NAME_LENGTH = 120;

    /// The same with another threshold.
    public Brand withThreshold(double probability) {
        return new Brand(
                id,
                name,
                zone,
                probability,
                lookReviews,
                lookPosts,
                inquiries,
                sample,
                createdAt,
                version);
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }
}

package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.recovery.SamePerson;
import firsthour.recovery.Sign;
import firsthour.recovery.SignKind;
import firsthour.recovery.Testimonial;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came after the answer to a case.
///
/// @param signs that the customer was won back, the oldest first
/// @param persons other authors who are known to be the customer
/// @param testimonials that came of the case
@JsonInclude(JsonInclude.Include.ALWAYS)
record RecoveryJson(
        List<SignJson> signs, List<PersonJson> persons, List<TestimonialJson> testimonials) {

    /// A sign that a customer was won back.
    ///
    /// @param at when the customer wrote it
    /// @param text empty where the post was deleted
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SignJson(
            SignKind kind,
            long mentionId,
            Instant at,
            String network,
            String text,
            @Nullable String url,
            @Nullable Integer rating) {
        static SignJson of(Sign sign) {
            return new SignJson(
                    sign.kind(),
                    sign.mentionId(),
                    sign.at(),
                    sign.network(),
                    sign.text(),
                    sign.url().orElse(null),
                    sign.stars().orElse(null));
        }
    }

    /// Another author who is the same person.
    record PersonJson(long id, String network, String handle, String linkedBy, Instant linkedAt) {
        static PersonJson of(SamePerson other) {
            return new PersonJson(
                    other.id(),
                    other.network(),
                    other.handle(),
                    other.linkedBy(),
                    other.linkedAt());
        }
    }

    static RecoveryJson of(
            List<Sign> signs, List<SamePerson> persons, List<Testimonial> testimonials) {
        return new RecoveryJson(
                signs.stream().map(SignJson::of).toList(),
                persons.stream().map(PersonJson::of).toList(),
                testimonials.stream().map(TestimonialJson::of).toList());
    }
}

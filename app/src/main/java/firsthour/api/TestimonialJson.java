package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.recovery.Testimonial;
import firsthour.recovery.Testimonial.Ending;
import firsthour.recovery.Testimonial.Permission;
import firsthour.recovery.Testimonial.Scope;
import firsthour.recovery.Testimonial.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a customer lets us quote, or is asked to.
///
/// @param quote empty once it may not be used any more
/// @param author null where they may not be named, or nobody knows
/// @param permission null until it was granted
/// @param ending why it may not be used any more; null while it may
/// @param rewritten whether the author edited the post since, and the quote stands in it no longer:
///   it is not “usable” until it is granted anew
/// @param version goes into the next deed
@JsonInclude(JsonInclude.Include.ALWAYS)
record TestimonialJson(
        long id,
        long brandId,
        long mentionId,
        @Nullable Long caseId,
        State state,
        String quote,
        String network,
        @Nullable String author,
        @Nullable String url,
        String askedBy,
        Instant askedAt,
        @Nullable PermissionJson permission,
        @Nullable Ending ending,
        boolean rewritten,
        long version) {

    /// What the customer allowed.
    ///
    /// @param lastDay on which it may be used, in the brand's zone; null for no end
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PermissionJson(
            List<Scope> scopes,
            boolean named,
            @Nullable LocalDate lastDay,
            @Nullable String proofUrl,
            @Nullable String proof,
            String by,
            Instant at) {
        static PermissionJson of(Permission given) {
            return new PermissionJson(
                    given.scopes().stream().sorted().toList(),
                    given.named(),
                    given.lastDay().orElse(null),
                    given.proofUrl().orElse(null),
                    given.proof().orElse(null),
                    given.by(),
                    given.at());
        }
    }

    static TestimonialJson of(Testimonial it) {
        return new TestimonialJson(
                it.id(),
                it.brandId(),
                it.mentionId(),
                it.caseId().orElse(null),
                it.state(),
                it.quote(),
                it.network(),
                it.author()
                        .filter(_ -> it.permission().filter(Permission::named).isPresent())
                        .orElse(null),
                it.url().orElse(null),
                it.askedBy(),
                it.askedAt(),
                it.permission().map(PermissionJson::of).orElse(null),
                it.ending().orElse(null),
                it.rewritten(),
                it.version());
    }
}

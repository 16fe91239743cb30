package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.response.Contact;
import firsthour.response.ContactWay;
import firsthour.response.Promise;
import firsthour.response.PromiseState;
import firsthour.response.Remedy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was done for a customer beside public words.
///
/// @param contacts that they were spoken with out of sight of others, the first first
/// @param promises what they were told will happen, the oldest first
/// @param remedies what they were given, the oldest first
record CareJson(List<ContactJson> contacts, List<PromiseJson> promises, List<RemedyJson> remedies) {

    /// That somebody spoke with a customer.
    ///
    /// @param note what was said
    /// @param by who spoke; null where nobody knows any more
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ContactJson(ContactWay way, @Nullable String note, Instant at, @Nullable String by) {
        static ContactJson of(Contact contact) {
            return new ContactJson(
                    contact.way(),
                    contact.note().orElse(null),
                    contact.at(),
                    contact.by().orElse(null));
        }
    }

    /// What a customer was told will happen.
    ///
    /// @param by who promised it
    /// @param owed whether somebody still has to do something for it
    /// @param keptAt in time or late; null where it was not kept
    /// @param reason why it was withdrawn; null where it was not
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PromiseJson(
            long id,
            long caseId,
            String words,
            String by,
            Instant madeAt,
            Instant dueAt,
            PromiseState state,
            boolean owed,
            @Nullable Instant keptAt,
            @Nullable String reason) {
        static PromiseJson of(Promise promise) {
            return new PromiseJson(
                    promise.id(),
                    promise.caseId(),
                    promise.words(),
                    promise.madeBy(),
                    promise.madeAt(),
                    promise.dueAt(),
                    promise.state(),
                    promise.owed(),
                    promise.keptAt().orElse(null),
                    promise.reason().orElse(null));
        }
    }

    /// What a customer was given.
    ///
    /// @param amount null where it is worth no sum
    /// @param currency ISO 4217; null without an amount
    /// @param houseRule the rule of the house under which it was given
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RemedyJson(
            long id,
            Remedy.Kind kind,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            String houseRule,
            String by,
            Instant givenAt) {
        static RemedyJson of(Remedy remedy) {
            return new RemedyJson(
                    remedy.id(),
                    remedy.kind(),
                    remedy.amount().orElse(null),
                    remedy.currency().orElse(null),
                    remedy.houseRule(),
                    remedy.givenBy(),
                    remedy.givenAt());
        }
    }

    static CareJson of(List<Contact> contacts, List<Promise> promises, List<Remedy> remedies) {
        return new CareJson(
                contacts.stream().map(ContactJson::of).toList(),
                promises.stream().map(PromiseJson::of).toList(),
                remedies.stream().map(RemedyJson::of).toList());
    }
}

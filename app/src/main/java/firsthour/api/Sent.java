package firsthour.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import firsthour.recovery.Testimonial;
import firsthour.response.ContactWay;
import firsthour.sentiment.Polarity;
import firsthour.triage.DismissalReason;
import firsthour.triage.NoReplyReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What programs send.
final class Sent {
    private Sent() {}

    /// A deed for which nothing more is needed.
    ///
    /// @param version of the case, as the program saw it
    record Deed(@JsonProperty(required = true) long version) {}

    /// Closing without a reply.
    ///
    /// @param version of the case, as the program saw it
    /// @param note words for colleagues, at most 2,000 characters
    record Dismissal(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) DismissalReason reason,
            @Nullable String note) {}

    /// Leaving what the customer wrote last without a reply.
    ///
    /// @param version of the case, as the program saw it
    record Leaving(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) NoReplyReason reason) {}

    /// Words to a colleague: what they have to know, or what they are asked.
    ///
    /// @param version of the case, as the program saw it
    /// @param member the colleague's id
    /// @param note 1 to 2,000 characters
    record ToColleague(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long member,
            @JsonProperty(required = true) String note) {}

    /// An answer to a colleague's question.
    ///
    /// @param note 1 to 2,000 characters
    record Helping(@JsonProperty(required = true) String note) {}

    /// Making one case of two.
    ///
    /// @param version of the case, as the program saw it
    /// @param other the id of the other one
    /// @param otherVersion of the other one; not looked at where it is missing
    /// @param keep the id of the one that stays; the older where it is missing
    record Merging(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long other,
            @Nullable Long otherVersion,
            @Nullable Long keep) {}

    /// Making a case that was merged one of its own again.
    ///
    /// @param version of the case into which it was merged, as the program saw it
    /// @param merged the id of the one that was
    record SplittingBack(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) long merged) {}

    /// Taking posts out of a case.
    ///
    /// @param version of the case, as the program saw it
    /// @param mentions their ids: one or more, but not the one that opened the case
    record Splitting(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) List<Long> mentions) {}

    /// A cause's words.
    ///
    /// @param version of the cause, as the program saw it
    /// @param title 1 to 120 characters
    /// @param facts what colleagues should know who reply, at most 2,000 characters
    record CauseWords(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String title,
            @Nullable String facts) {}

    /// Putting a case into a cause.
    ///
    /// @param seen the id of the cause in which it was seen; null for none
    /// @param cause into which one; null for a new one
    /// @param title of a new one, 1 to 120 characters
    record Grouping(@Nullable Long seen, @Nullable Long cause, @Nullable String title) {}

    /// Taking a case out of its cause.
    ///
    /// @param seen the id of the cause in which it was seen
    record TakingOut(@JsonProperty(required = true) long seen) {}

    /// A reply that was posted elsewhere.
    ///
    /// @param version of the case, as the program saw it
    /// @param text at most 20,000 characters
    /// @param url where it can be read
    /// @param postedAt when it became public, ISO 8601 with a zone; now where it is missing
    record Reply(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String text,
            @Nullable String url,
            @Nullable String postedAt) {}

    /// A reply that is to be posted from here.
    ///
    /// @param version of the case, as the program saw it
    /// @param reasons why a finding of the check is let stand, by the key that the refusal named
    record Posting(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String text,
            @Nullable Map<String, String> reasons) {}

    /// Thanks for praise that are to be posted from here.
    ///
    /// @param reasons why a finding of the check is let stand, by the key that the refusal named
    record Thanking(
            @JsonProperty(required = true) String text, @Nullable Map<String, String> reasons) {}

    /// Thanks for praise that were posted elsewhere.
    ///
    /// @param text at most 20,000 characters
    /// @param url where it can be read
    /// @param postedAt when it became public, ISO 8601 with a zone; now where it is missing
    record Thanked(
            @JsonProperty(required = true) String text,
            @Nullable String url,
            @Nullable String postedAt) {}

    /// That a customer was spoken with out of sight of others.
    ///
    /// @param version of the case, as the program saw it
    /// @param note what was said, at most 2,000 characters
    /// @param at when, ISO 8601 with a zone; now where it is missing
    record Contact(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) ContactWay way,
            @Nullable String note,
            @Nullable String at) {}

    /// What a customer was told will happen.
    ///
    /// @param words 1 to 1,000 characters
    /// @param dueAt until when, ISO 8601 with a zone
    record Promise(
            @JsonProperty(required = true) String words,
            @JsonProperty(required = true) String dueAt) {}

    /// Why a promise does not hold any more.
    ///
    /// @param reason 1 to 500 characters
    record PromiseWithdrawal(@JsonProperty(required = true) String reason) {}

    /// What a customer is given.
    ///
    /// @param amount such as “12.50”; missing where it is worth no sum
    /// @param currency by its three letters, such as “EUR”; needed with an amount
    /// @param houseRule the rule of the house under which it is given, 1 to 200 characters
    record Remedy(
            @JsonProperty(required = true) firsthour.response.Remedy.Kind kind,
            @Nullable String amount,
            @Nullable String currency,
            @JsonProperty(required = true) String houseRule) {}

    /// A case as a program saw it.
    record Seen(
            @JsonProperty(required = true) long id, @JsonProperty(required = true) long version) {}

    /// A deed on many cases.
    sealed interface OnMany {
        List<@Nullable Seen> cases();
    }

    /// A deed on many cases for which nothing more is needed.
    ///
    /// @param cases at most 500
    record Many(@JsonProperty(required = true) List<@Nullable Seen> cases) implements OnMany {}

    /// Closing many cases without a reply.
    ///
    /// @param cases at most 500
    /// @param note words for colleagues, at most 2,000 characters
    record ManyDismissal(
            @JsonProperty(required = true) List<@Nullable Seen> cases,
            @JsonProperty(required = true) DismissalReason reason,
            @Nullable String note)
            implements OnMany {}

    /// Leaving what many customers wrote last without a reply.
    ///
    /// @param cases at most 500
    record ManyLeaving(
            @JsonProperty(required = true) List<@Nullable Seen> cases,
            @JsonProperty(required = true) NoReplyReason reason)
            implements OnMany {}

    /// Another author who is the customer of a case as well.
    ///
    /// @param network a connector's name, such as “mastodon”
    /// @param handle with or without a leading “@”
    record Person(
            @JsonProperty(required = true) String network,
            @JsonProperty(required = true) String handle) {}

    /// That a customer was asked whether we may quote them.
    ///
    /// @param quote the author's own words: the post, or a part of it
    record Quote(@JsonProperty(required = true) String quote) {}

    /// What a customer allows.
    ///
    /// @param version of the testimonial, as the program saw it
    /// @param scopes at least one of WEBSITE, PRINT, SOCIAL
    /// @param named whether they may be named
    /// @param lastDay on which it may be used, such as 2027-12-31; no end where it is missing
    /// @param proofUrl where it was granted; needed where there is no note
    /// @param proof a note about that
    record Permission(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) List<Testimonial.Scope> scopes,
            @JsonProperty(required = true) boolean named,
            @Nullable String lastDay,
            @Nullable String proofUrl,
            @Nullable String proof) {}

    /// The end of a testimonial.
    ///
    /// @param version of the testimonial, as the program saw it
    /// @param byCustomer whether the customer wants it so, not the house
    record Withdrawal(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) boolean byCustomer) {}

    /// A reply at which a colleague is to look before it is posted.
    ///
    /// @param version of the case, as the program saw it
    /// @param text at most 20,000 characters
    /// @param member the id of who is asked; anybody who may answer where it is missing
    /// @param reasons why a finding of the check is let stand, by the key that a refusal named
    record LookWanted(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String text,
            @Nullable Long member,
            @Nullable Map<String, String> reasons) {}

    /// Approving a colleague's words.
    ///
    /// @param version of the case, as the program saw it
    /// @param text the words that are approved; as they stand where it is missing
    /// @param reasons why a finding of the check is let stand, by the key that the refusal named;
    ///   the author's where it is missing
    record Approval(
            @JsonProperty(required = true) long version,
            @Nullable String text,
            @Nullable Map<String, String> reasons) {}

    /// Sending a colleague's words back.
    ///
    /// @param version of the case, as the program saw it
    /// @param text the words with what is changed; as they stand where it is missing
    /// @param note 1 to 2,000 characters
    record SendingBack(
            @JsonProperty(required = true) long version,
            @Nullable String text,
            @JsonProperty(required = true) String note) {}

    /// What a person says a mention is.
    ///
    /// @param polarity negative, neutral or positive
    /// @param seen the id of the correction that stood when the person looked; 0 for none
    record Correction(
            @JsonProperty(required = true) Polarity polarity,
            @JsonProperty(required = true) long seen) {}

    /// Taking a correction back.
    ///
    /// @param seen its id
    record TakingBack(@JsonProperty(required = true) long seen) {}

    /// A new brand.
    ///
    /// @param query words, phrases, “AND”, “OR”, “NOT” and parentheses
    record Brand(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String zone,
            @JsonProperty(required = true) String query) {}

    /// How a brand's mentions become cases.
    ///
    /// @param version of the brand, as the program saw it
    /// @param threshold above 0 and below 1
    record Rules(
            @JsonProperty(required = true) long version,
            @JsonProperty(required = true) String zone,
            @JsonProperty(required = true) double threshold,
            @JsonProperty(required = true) boolean lookReviews,
            @JsonProperty(required = true) boolean lookPosts,
            @JsonProperty(required = true) boolean inquiries) {}

    /// A tracked query.
    record Query(@JsonProperty(required = true) String query) {}

    /// An account of the brand itself.
    ///
    /// @param network a connector's name, such as “mastodon”
    /// @param handle with or without a leading “@”
    /// @param bot whether it posts by itself: its words stop no clock
    record Account(
            @JsonProperty(required = true) String network,
            @JsonProperty(required = true) String handle,
            @JsonProperty(required = true) boolean bot) {}
}

package firsthour.connectors;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One public post or review, as a network returned it, with its markup made into clean text.
///
/// @param externalId the network's stable key, unique within a source; 1 to 255 characters
/// @param url where a person can read it
/// @param title empty where the network has none
/// @param text plain text without markup; may be empty for a review with stars alone
/// @param language the network's own claim, as a BCP 47 tag
/// @param rating 1 to 5; thumbs are 1 and 5
/// @param inReplyTo the external id or URL of the post that this one answers
/// @param publishedAt when the author wrote it, by the network's clock
/// @param editedAt when the author last changed it, where the network says so
/// @param own whether the network says that the brand itself wrote it, as it does of the answer to
///   a review
/// @param reposts how many have passed it on, where the network says so; at least 0
/// @param markup the text as its author wrote it, in HTML, Markdown or BBCode; empty where that is
///   the text itself
public record Post(
        String externalId,
        Optional<URI> url,
        Optional<String> title,
        String text,
        Optional<Author> author,
        Optional<String> language,
        OptionalInt rating,
        Optional<String> inReplyTo,
        Instant publishedAt,
        Optional<Instant> editedAt,
        boolean own,
        OptionalLong reposts,
        Optional<String> markup) {

    public static final int MAX_ID_LENGTH = 255;

    public Post {
        if (externalId.isBlank() || externalId.length() > MAX_ID_LENGTH) {
            throw new IllegalArgumentException(
                    "A post's id has 1 to " + MAX_ID_LENGTH + " characters");
        }
        if (rating.isPresent() && (rating.getAsInt() < 1 || rating.getAsInt() > 5)) {
            throw new IllegalArgumentException("A rating is 1 to 5, not " + rating.getAsInt());
        }
    }

    /// A post of which the network does not say whether the brand wrote it.
    public Post(
            String externalId,
            Optional<URI> url,
            Optional<String> title,
            String text,
            Optional<Author> author,
            Optional<String> language,
            OptionalInt rating,
            Optional<String> inReplyTo,
            Instant publishedAt,
            Optional<Instant> editedAt) {
        this(
                externalId,
                url,
                title,
                text,
                author,
                language,
                rating,
                inReplyTo,
                publishedAt,
                editedAt,
                false,
                OptionalLong.empty(),
                Optional.empty());
    }

    /// The same post as an answer to another one.
    ///
    /// @param id as in [#externalId()]
    public Post answering(String id) {
        return with(Optional.of(id), own, reposts, markup);
    }

    /// The same post, written by the brand itself.
    public Post byTheBrand() {
        return with(inReplyTo, true, reposts, markup);
    }

    /// The same post, passed on by so many.
    ///
    /// @param times null where the network does not say; less than 0 is as good as that
    public Post reposted(@Nullable Long times) {
        OptionalLong told =
                times == null || times < 0 ? OptionalLong.empty() : OptionalLong.of(times);
        return with(inReplyTo, own, told, markup);
    }

    /// The same post as its author wrote it.
    ///
    /// @param source null where the network does not say
    public Post writtenAs(@Nullable String source) {
        Optional<String> other =
                Optional.ofNullable(source)
                        .filter(written -> !written.isBlank() && !written.equals(text));
        return with(inReplyTo, own, reposts, other);
    }

    private Post with(
            Optional<String> answered,
            boolean byTheBrand,
            OptionalLong passedOn,
            Optional<String> written) {
        return new Post(
                externalId,
                url,
                title,
                text,
                author,
                language,
                rating,
                answered,
                publishedAt,
                editedAt,
                byTheBrand,
                passedOn,
                written);
    }

    /// Who posted in public.
    ///
    /// @param handle the name on the network, without a leading `@`; whether it is unique there
    ///   says [Descriptor#handlesIdentify]
    /// @param name the displayed name
    /// @param followers the author's audience, where the network says so
    public record Author(
            String handle, Optional<String> name, Optional<URI> url, OptionalLong followers) {}
}

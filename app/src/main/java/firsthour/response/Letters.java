package firsthour.response;

import static firsthour.language.Texts.number;
import static firsthour.language.Texts.t;

import firsthour.brand.Budgets;
import firsthour.brand.Networks;
import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.connectors.FindingReplies;
import firsthour.connectors.Look;
import firsthour.connectors.OutgoingReply;
import firsthour.connectors.Post;
import firsthour.connectors.PostRef;
import firsthour.connectors.Replying;
import firsthour.connectors.Sent;
import firsthour.connectors.Settings;
import firsthour.response.ReplyDraft.Problem;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Carries words of ours to one post of a network, each once: where nobody knows what became of
/// them, they are looked for before they are sent again. Whoever calls it has stored the intent.
@Singleton
class Letters {
    /// Clocks of two machines differ: what was written long before is another reply.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Sources sources;
    private final Networks networks;
    private final Budgets budgets;

    Letters(Sources sources, Networks networks, Budgets budgets) {
        this.sources = sources;
        this.networks = networks;
        this.budgets = budgets;
    }

    /// What is to be posted.
    ///
    /// @param key the same for every attempt
    record Letter(String key, String text, Instant createdAt) {}

    /// A network, the settings with which it is written to, and the post that is answered there.
    record Line(Replying network, Settings settings, PostRef answered) {
        Way way() {
            return new Way(t(network.descriptor().title()), network.limit());
        }

        /// What the network does not take.
        Optional<Problem> problem(String words) {
            if (words.isEmpty()) {
                return Optional.of(
                        new Problem("text", t("Enter the words that are to be posted.")));
            }
            var limit = network.limit();
            return limit.allows(words)
                    ? Optional.empty()
                    : Optional.of(
                            new Problem(
                                    "text",
                                    t(
                                            "The text is too long for {0}: {1} of {2} characters.",
                                            t(network.descriptor().title()),
                                            number(limit.length(words)),
                                            number(limit.most()))));
        }

        /// Whether what may have been posted can be looked for, or does no harm when it is sent
        /// again.
        boolean isSafeToRepeat() {
            return network instanceof FindingReplies || network.isRepeatable();
        }
    }

    /// How a post can be answered from here.
    Optional<Line> findLine(OutgoingRows.Answered answered) {
        Source source = sources.get(answered.sourceId());
        return networks.find(source.network())
                .filter(Replying.class::isInstance)
                .map(Replying.class::cast)
                .map(network -> new Line(network, sources.openSettings(source), ref(answered)))
                .filter(line -> line.network().canReply(line.settings()));
    }

    /// Posts it.
    Sent post(Line line, Letter letter) {
        var reply = new OutgoingReply(letter.key(), line.answered(), letter.text());
        return budgets.besidePulls(
                line.network(),
                line.settings(),
                () -> line.network().reply(line.settings(), reply));
    }

    /// Looks where possible whether it was posted, and posts it when it was not seen.
    Sent postUnlessThere(Line line, Letter letter) {
        if (!(line.network() instanceof FindingReplies finding)) {
            return post(line, letter);
        }
        var look =
                budgets.besidePulls(
                        finding,
                        line.settings(),
                        () -> finding.replies(line.settings(), line.answered()));
        return switch (look) {
            case Look.Refused(var why, _) -> new Sent.Unsure(why.detail());
            case Look.Seen seen ->
                    seen.posts().stream()
                            .filter(post -> isOurs(post, line, letter))
                            .findFirst()
                            .<Sent>map(post -> new Sent.Done(post.externalId(), post.url()))
                            .orElseGet(() -> post(line, letter));
        };
    }

    /// What the customer writes is not ours, however alike it is.
    private static boolean isOurs(Post post, Line line, Letter letter) {
        var author = post.author().map(Post.Author::handle);
        return post.publishedAt().isAfter(letter.createdAt().minus(SKEW))
                && (post.own() || author.isEmpty() || !author.equals(line.answered().author()))
                && SameWords.are(letter.text(), post.text());
    }

    private static PostRef ref(OutgoingRows.Answered answered) {
        return new PostRef(
                answered.externalId(),
                Optional.ofNullable(answered.url()).map(URI::create),
                Optional.ofNullable(answered.authorHandle()));
    }
}

package firsthour.web.cases;

import static firsthour.language.Texts.t;

import firsthour.language.Texts;
import firsthour.response.Beside;
import firsthour.response.Outgoing;
import firsthour.response.Way;
import firsthour.security.SignedIn;
import firsthour.web.shell.Notice;
import firsthour.web.shell.TimeLeft;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A case as one person reads it, as a page of its own or beside the queue.
///
/// @param version of what is shown; each deed carries it back
/// @param queue the list beside it, as the query of an address; null on a page of its own
/// @param sample its brand, posts and people are invented
/// @param standing who has it, or how it was closed, a sentence
/// @param clocks what is owed first comes first
/// @param posts the one that opened the case first
/// @param way how it can be answered from here; null where it cannot, or not by the reader
/// @param ownership who has it, who had it, and who helps
/// @param merge what was merged into it, and with what it may be merged
/// @param presence who else is there; empty where nobody is
/// @param outgoing replies that are on their way, or wait for a person
/// @param look the second look that matters now; null where none does
/// @param lookRule the name of the rule by which the reader's words need one; null where none does
/// @param composers the panels in which replies are written
/// @param beside what stands beside them; null where nothing can be written
/// @param kept what was typed and not saved, where the deed is no longer the reader's
/// @param told what became of what the reader just did; null when nothing was done
/// @param undo what was just done can be taken back by opening the case again
/// @param row its row in the list, for a list beside it
@Introspected
public record CasePage(
        long id,
        long version,
        @Nullable String queue,
        String kind,
        String brand,
        boolean sample,
        String standing,
        List<ClockView> clocks,
        List<PostView> posts,
        Why why,
        Customer customer,
        List<Moment> timeline,
        Deed.Choice deeds,
        OwnershipView ownership,
        MergeView merge,
        String presence,
        boolean mayCorrect,
        @Nullable Way way,
        List<Outgoing> outgoing,
        @Nullable LookView look,
        @Nullable String lookRule,
        Map<Deed, Composer> composers,
        @Nullable Beside beside,
        Panels panels,
        @Nullable String kept,
        @Nullable Notice told,
        boolean undo,
        RowView row) {

    /// The post that opened the case.
    public PostView first() {
        return posts.getFirst();
    }

    /// The panel in which a reply is written that the reader is offered.
    public Composer composer(Deed deed) {
        return Objects.requireNonNull(composers.get(deed));
    }

    /// The path that keeps and checks what is typed for a deed.
    public String composePath(Deed deed) {
        return "/cases/%d/compose-%s".formatted(id, deed.path());
    }

    /// The path that posts what was typed for a deed.
    public String postPath(Deed deed) {
        return "/cases/%d/post-%s".formatted(id, deed.path());
    }

    /// The path that asks a colleague to look at what was typed for a deed.
    public String lookPath(Deed deed) {
        return "/cases/%d/look-%s".formatted(id, deed.path());
    }

    /// The address of a panel that works without a script.
    public String panelPath(Deed deed) {
        return "/cases/" + id + "?panel=" + deed.path() + "#panel-" + deed.path();
    }

    /// Under which name the reader's browser keeps what was typed into a panel.
    public String draft(Deed deed, SignedIn reader) {
        return "draft/%d/%d/%s".formatted(reader.memberId(), id, deed.path());
    }

    /// What happened last, a sentence.
    public String newest() {
        var words = timeline.isEmpty() ? t("The case has changed") : timeline.getLast().words();
        return words.endsWith(".") ? words : words + ".";
    }

    /// What htmx sends along when it asks for this case again.
    ///
    /// @param withVersion whether to say which version is shown
    public String listValues(boolean withVersion) {
        var version = withVersion ? "\"version\":" + version() : "";
        var list = queue == null ? "" : "\"queue\":\"" + queue + "\"";
        return "{" + version + (version.isEmpty() || list.isEmpty() ? "" : ",") + list + "}";
    }

    /// One promise of the present episode.
    ///
    /// @param left null where the clock was stopped without a word
    /// @param what for what: "to acknowledge", or which word was given
    /// @param owed the customer still waits for it
    /// @param receipt how the deadline came about
    public record ClockView(@Nullable TimeLeft left, String what, boolean owed, String receipt) {}

    /// A post of the case.
    ///
    /// @param title in parts, before the words; empty where there is none
    /// @param editedAt null when it never was, or where nobody knows when
    /// @param url null where there is none that may be followed
    /// @param reposts in words; null where none are known
    /// @param markup as its author wrote it; null where that is no longer kept, or the text itself
    /// @param judgement in one line
    /// @param whyComplaint whether the underlined parts tell why it is a complaint, not how good or
    ///   bad it is
    /// @param polarity as it was judged or corrected; null while nobody has
    /// @param correction the id of the correction that stands; 0 for none
    public record PostView(
            long mentionId,
            List<Segment> title,
            List<Segment> words,
            boolean deleted,
            boolean isLong,
            @Nullable String language,
            @Nullable Integer rating,
            String network,
            @Nullable String author,
            @Nullable String authorUrl,
            Instant publishedAt,
            @Nullable Instant editedAt,
            int revision,
            @Nullable String reposts,
            @Nullable String markup,
            @Nullable String url,
            String judgement,
            boolean whyComplaint,
            @Nullable String polarity,
            long correction) {
        private static final int MOST_BRIEF = 80;

        /// How it begins, in a line.
        public String brief() {
            var all =
                    Stream.concat(title.stream(), words.stream())
                            .map(Segment::text)
                            .collect(Collectors.joining(" "));
            return all.length() <= MOST_BRIEF
                    ? all
                    : all.substring(0, all.offsetByCodePoints(0, all.codePointCount(0, MOST_BRIEF)))
                            + "…";
        }

        /// The parts that moved the judgement.
        public List<Segment> underlined() {
            return Stream.concat(title.stream(), words.stream())
                    .filter(segment -> segment.pull() != null)
                    .toList();
        }
    }

    /// A part of the words.
    ///
    /// @param pull how it moved the judgement; null for plain words
    public record Segment(String text, @Nullable Pull pull) {}

    /// How a part of the words moved the judgement. Its direction and strength are a line of their
    /// own shape and stand in words beside the post: no colour tells them.
    public enum Pull {
        STRONGLY_NEGATIVE(Texts.mark("reads as strongly negative"), "strong negative"),
        NEGATIVE(Texts.mark("reads as negative"), "negative"),
        POSITIVE(Texts.mark("reads as positive"), "positive"),
        STRONGLY_POSITIVE(Texts.mark("reads as strongly positive"), "strong positive"),
        STRONGLY_COMPLAINING(Texts.mark("speaks strongly for a complaint"), "strong negative"),
        COMPLAINING(Texts.mark("speaks for a complaint"), "negative"),
        CONTENT(Texts.mark("speaks against a complaint"), "positive"),
        STRONGLY_CONTENT(Texts.mark("speaks strongly against a complaint"), "strong positive");

        private final String words;
        private final String mark;

        Pull(String words, String mark) {
            this.words = words;
            this.mark = mark;
        }

        public String words() {
            return t(words);
        }

        /// Classes of the style sheet.
        public String mark() {
            return mark;
        }
    }

    /// Why the case is here.
    ///
    /// @param decision of triage, a sentence; empty where there is none
    /// @param judgement in plain words, one line each
    public record Why(
            String decision,
            int priority,
            List<Reason> reasons,
            List<String> judgement,
            @Nullable String model,
            String detected) {}

    /// A part of the priority.
    public record Reason(String words, int points) {}

    /// Who wrote.
    public record Customer(
            @Nullable String name,
            @Nullable String handle,
            @Nullable String url,
            @Nullable String followers,
            @Nullable String posts) {}

    /// One thing that happened.
    ///
    /// @param kind `customer`, `us`, `deed` or `note`
    /// @param text what was said; null where nothing was
    /// @param url where it can be read; null where nowhere
    public record Moment(
            Instant at, String kind, String words, @Nullable String text, @Nullable String url) {}
}

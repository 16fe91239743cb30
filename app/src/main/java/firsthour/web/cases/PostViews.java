package firsthour.web.cases;

import static firsthour.language.Texts.count;
import static firsthour.language.Texts.t;

import firsthour.scoring.JudgedWords;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.triage.CaseView.CorrectionView;
import firsthour.triage.CaseView.MentionView;
import firsthour.triage.CaseView.PhraseView;
import firsthour.triage.CaseView.ScoreView;
import firsthour.web.cases.CasePage.PostView;
import firsthour.web.cases.CasePage.Pull;
import firsthour.web.cases.CasePage.Segment;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Puts the posts of a case into the form in which they are read.
@Singleton
class PostViews {
    /// From so many characters on a post is scrolled rather than shown whole.
    private static final int LONG = 1_500;

    private static final double STRONG = 0.5;

    private final Labels labels;

    PostViews(Labels labels) {
        this.labels = labels;
    }

    PostView of(MentionView mention) {
        var phrases = mention.score().map(ScoreView::phrases).orElse(List.of());
        int title =
                mention.title().filter(mention.text()::startsWith).map(String::length).orElse(0);
        boolean whyComplaint =
                mention.score()
                        .filter(score ->
                                Score.tellsWhyComplaint(score.polarity(), score.complaint()))
                        .isPresent();
        var segments = segments(mention.text(), phrases, whyComplaint);
        return new PostView(
                mention.id(),
                upTo(title, segments),
                after(title, segments),
                mention.deleted(),
                mention.text().length() > LONG,
                mention.language().orElse(null),
                mention.rating().orElse(null),
                labels.network(mention.network()),
                mention.authorHandle().or(mention::authorName).orElse(null),
                Labels.safeLink(mention.authorUrl()).orElse(null),
                mention.publishedAt(),
                mention.editedAt().orElse(null),
                mention.revision(),
                mention.reposts()
                        .filter(number -> number > 0)
                        .map(number -> count(number, "{0} repost", "{0} reposts"))
                        .orElse(null),
                mention.markup().orElse(null),
                Labels.safeLink(mention.url()).orElse(null),
                judgement(mention),
                whyComplaint,
                polarity(mention),
                mention.correction().map(CorrectionView::id).orElse(0L));
    }

    /// Cuts a text at its phrases. Phrases that overlap one before them, or that do not lie in the
    /// text, are left out.
    static List<Segment> segments(String text, List<PhraseView> phrases, boolean whyComplaint) {
        var segments = new ArrayList<Segment>();
        int from = 0;
        var inOrder = phrases.stream().sorted(Comparator.comparingInt(PhraseView::start)).toList();
        for (var phrase : inOrder) {
            if (phrase.start() < from
                    || phrase.end() <= phrase.start()
                    || phrase.end() > text.length()) {
                continue;
            }
            if (phrase.start() > from) {
                segments.add(new Segment(text.substring(from, phrase.start()), null));
            }
            segments.add(
                    new Segment(
                            text.substring(phrase.start(), phrase.end()),
                            pull(phrase.weight(), whyComplaint)));
            from = phrase.end();
        }
        if (from < text.length()) {
            segments.add(new Segment(text.substring(from), null));
        }
        return segments;
    }

    /// What stands before a place in the text.
    static List<Segment> upTo(int place, List<Segment> segments) {
        var found = new ArrayList<Segment>();
        int from = 0;
        for (var segment : segments) {
            if (from < place) {
                var text = segment.text();
                found.add(
                        new Segment(
                                text.substring(0, Math.min(text.length(), place - from)),
                                segment.pull()));
            }
            from += segment.text().length();
        }
        return found;
    }

    /// What stands behind a place in the text, without the empty lines there.
    static List<Segment> after(int place, List<Segment> segments) {
        var found = new ArrayList<Segment>();
        int from = 0;
        for (var segment : segments) {
            var text = segment.text();
            var rest = text.substring(Math.clamp(place - from, 0, text.length()));
            var shown = found.isEmpty() ? rest.stripLeading() : rest;
            if (!shown.isEmpty()) {
                found.add(new Segment(shown, segment.pull()));
            }
            from += text.length();
        }
        return found;
    }

    private static Pull pull(double weight, boolean whyComplaint) {
        boolean strong = Math.abs(weight) >= STRONG;
        if (whyComplaint) {
            return weight < 0
                    ? strong ? Pull.STRONGLY_COMPLAINING : Pull.COMPLAINING
                    : strong ? Pull.STRONGLY_CONTENT : Pull.CONTENT;
        }
        return weight < 0
                ? strong ? Pull.STRONGLY_NEGATIVE : Pull.NEGATIVE
                : strong ? Pull.STRONGLY_POSITIVE : Pull.POSITIVE;
    }

    /// What the model or a person says of a post, in one line.
    private static String judgement(MentionView mention) {
        if (mention.correction().isPresent()) {
            var by = mention.correction().get();
            return t("Judged {0}, says {1}", JudgedWords.of(by.polarity()), by.by());
        }
        return mention.score()
                .map(score -> t("Judged {0}", judged(score)))
                .orElse(t("Not judged yet"));
    }

    /// What opened the case comes first.
    private static String judged(ScoreView score) {
        var polarity = JudgedWords.of(score.polarity()) + sureness(score);
        return Score.tellsWhyComplaint(score.polarity(), score.complaint())
                ? t(
                        "a complaint, {0} sure, and {1}",
                        percent(score.complaint().getAsDouble()), polarity)
                : polarity;
    }

    private static String sureness(ScoreView score) {
        var sure = score.confidence().isPresent() ? score.confidence() : probability(score);
        return sure.isPresent() ? ", " + t("{0} sure", percent(sure.getAsDouble())) : "";
    }

    /// What stands for the confidence where it was judged before that was kept.
    private static OptionalDouble probability(ScoreView score) {
        return switch (score.polarity()) {
            case NEGATIVE -> score.negative();
            case NEUTRAL -> score.neutral();
            case POSITIVE -> score.positive();
            case UNDETERMINED -> OptionalDouble.empty();
        };
    }

    private static @Nullable String polarity(MentionView mention) {
        return mention.correction()
                .map(by -> by.polarity())
                .or(() -> mention.score().map(ScoreView::polarity))
                .map(Polarity::name)
                .orElse(null);
    }

    /// A probability as people say it: "94 %".
    static String percent(double probability) {
        return String.format(Locale.ROOT, "%d %%", Math.round(probability * 100));
    }
}

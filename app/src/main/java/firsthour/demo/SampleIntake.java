package firsthour.demo;

import firsthour.brand.Source;
import firsthour.brand.Sources;
import firsthour.causes.Grouping;
import firsthour.connectors.Post;
import firsthour.intake.Intake;
import firsthour.response.FoundReplyLinking;
import firsthour.scoring.Judging;
import firsthour.triage.Triage;
import jakarta.inject.Singleton;
import java.util.List;

/// Brings sample posts the way that every post comes: stored, judged, decided about.
@Singleton
class SampleIntake {
    private final Sources sources;
    private final Intake intake;
    private final Judging judging;
    private final Triage triage;
    private final Grouping grouping;
    private final FoundReplyLinking linking;

    SampleIntake(
            Sources sources,
            Intake intake,
            Judging judging,
            Triage triage,
            Grouping grouping,
            FoundReplyLinking linking) {
        this.sources = sources;
        this.intake = intake;
        this.judging = judging;
        this.triage = triage;
        this.grouping = grouping;
        this.linking = linking;
    }

    /// Stores a version of a post, judges it and decides about it.
    void take(SamplePost sample, Post version) {
        intake.store(source(sample), List.of(version), false, 0);
        decide();
    }

    /// Judges and decides about whatever waits.
    void decide() {
        while (judging.judgeBatch() > 0) {
            // Until none waits.
        }
        triage.sweep();
        grouping.sweep();
        linking.sweep();
    }

    /// The sample's feeds are kept as files, which nobody pulls; their posts name the network that
    /// they imitate.
    private Source source(SamplePost sample) {
        var file = sources.fileSource(name(sample.sourceKey()));
        return new Source(
                file.id(),
                sample.network(),
                file.name(),
                file.brandId(),
                file.settings(),
                file.live(),
                file.enabled(),
                file.createdAt(),
                file.version());
    }

    private static String name(String key) {
        return switch (key) {
            case "mastodon" -> "Sample: Mastodon search";
            case "mastodon-tag" -> "Sample: Mastodon tag";
            case "hackernews" -> "Sample: Hacker News";
            case "reviews" -> "Sample: reviews";
            default -> throw new IllegalStateException("No source is called " + key);
        };
    }
}

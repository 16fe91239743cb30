package firsthour.scoring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import firsthour.brand.Brand;
import firsthour.mention.Judgeable;
import firsthour.mention.Mentions;
import firsthour.scoring.RejudgingRows.Outdated;
import firsthour.scoring.Trial.Kind;
import firsthour.scoring.Trial.Said;
import firsthour.sentiment.Polarity;
import firsthour.sentiment.Score;
import firsthour.sentiment.Scorer;
import firsthour.sentiment.Subject;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has mentions judged again that another version of the model has judged: as a trial that writes
/// nothing, or for good.
@Singleton
public class Rejudging {
    private static final Logger LOG = LoggerFactory.getLogger(Rejudging.class);

    /// Few enough that their locks are short.
    private static final int BATCH = 500;

    private final RejudgingRows rows;
    private final Mentions mentions;
    private final Subjects subjects;
    private final Scorer scorer;

    Rejudging(RejudgingRows rows, Mentions mentions, Subjects subjects, Scorer scorer) {
        this.rows = rows;
        this.mentions = mentions;
        this.subjects = subjects;
        this.scorer = scorer;
    }

    /// How many mentions of a brand that were published since then another version has judged.
    @Transactional(readOnly = true)
    public int count(long brandId, Instant since) {
        return rows.count(brandId, since, present());
    }

    /// Judges them, the newest first, writes nothing and says what would change.
    ///
    /// @param most to judge
    public Trial tryOut(Brand brand, Instant since, int most) {
        var tally = new Trial.Tally();
        var before = Long.MAX_VALUE;
        var left = most;
        while (left > 0) {
            var batch = find(brand.id(), since, before, Math.min(BATCH, left));
            if (batch.isEmpty()) {
                break;
            }
            compare(batch, brand.threshold(), tally);
            before = batch.getLast().id();
            left -= batch.size();
        }
        return tally.sum();
    }

    /// Puts them back, batch by batch, so that a running node judges and decides about them again.
    /// A mention that belongs to a case stays in it, a correction stands, and what is older than 48
    /// h opens no case.
    ///
    /// @return how many
    public int putBack(Brand brand, Instant since) {
        var all = 0;
        var before = Long.MAX_VALUE;
        while (true) {
            var batch = find(brand.id(), since, before, BATCH);
            if (batch.isEmpty()) {
                return all;
            }
            all += putBack(batch.stream().map(Outdated::id).toList());
            before = batch.getLast().id();
        }
    }

    @Transactional
    int putBack(List<Long> mentionIds) {
        return mentions.judgeAgain(mentionIds);
    }

    @Transactional(readOnly = true)
    List<Outdated> find(long brandId, Instant since, long before, int most) {
        return rows.find(brandId, since, present(), before, most);
    }

    /// Where the present version failed, it would fail again.
    private List<String> present() {
        return List.of(scorer.version(), scorer.version() + Judging.FAILED);
    }

    private void compare(List<Outdated> batch, double threshold, Trial.Tally tally) {
        var posts = mentions.findJudgeable(batch.stream().map(Outdated::id).toList());
        var asked =
                subjects.of(posts).stream()
                        .collect(toMap(Subjects.Asked::mentionId, Subjects.Asked::subject));
        var words = posts.stream().collect(toMap(Judgeable::id, identity()));
        for (var one : batch) {
            var subject = asked.get(one.id());
            var post = words.get(one.id());
            if (subject == null || post == null) {
                continue; // gone since
            }
            var was =
                    new Said(
                            Polarity.valueOf(one.polarity()),
                            larger(one.negative(), one.complaint()));
            var is = said(one.id(), subject);
            var kind = Kind.of(one.correctionId() != null, was, is, threshold);
            tally.add(new Trial.Example(one.id(), post.words(), kind, was, is));
        }
    }

    /// As it is stored where the model fails.
    private Said said(long mentionId, Subject subject) {
        try {
            var score = scorer.score(subject, false);
            var negative =
                    score.probabilitiesTowardBrand().map(Score.Probabilities::negative).orElse(0.0);
            return new Said(score.towardBrand(), Math.max(negative, score.complaint().orElse(0)));
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            LOG.error("Mention {} could not be judged", mentionId, e);
            return new Said(Polarity.UNDETERMINED, 0);
        }
    }

    private static double larger(@Nullable Double one, @Nullable Double other) {
        return Math.max(one == null ? 0 : one, other == null ? 0 : other);
    }
}

package firsthour.scoring;

import firsthour.events.Event;
import firsthour.events.EventLog;
import firsthour.mention.Mentions;
import firsthour.sentiment.Polarity;
import firsthour.time.Clock;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/// What staff say a mention really is, whether it was flagged or not: a labelled example, and
/// triage looks again.
@Singleton
public class Corrections {
    private final CorrectionRows rows;
    private final ScoreRows scores;
    private final Mentions mentions;
    private final EventLog events;
    private final Clock clock;

    Corrections(
            CorrectionRows rows,
            ScoreRows scores,
            Mentions mentions,
            EventLog events,
            Clock clock) {
        this.rows = rows;
        this.scores = scores;
        this.mentions = mentions;
        this.events = events;
        this.clock = clock;
    }

    /// The id of the correction that stands; 0 for none.
    long getStanding(long mentionId) {
        return rows.getLatestId(mentionId);
    }

    /// Stores a person's judgement beside the model's; the latest one stands.
    ///
    /// @param seen the id of the correction that stood when the person looked; 0 for none
    /// @return false when there is no such mention, or another correction stands by now
    @Transactional
    public boolean correct(long mentionId, long memberId, Polarity polarity, long seen) {
        var brand = mentions.lock(mentionId);
        if (brand.isEmpty() || rows.getLatestId(mentionId) != seen) {
            return false;
        }
        var flagged = mentions.isFlagged(mentionId);
        mentions.retriage(mentionId);
        var score = scores.findById(mentionId);
        rows.save(
                new CorrectionRow(
                        0,
                        mentionId,
                        memberId,
                        polarity.name(),
                        score.map(ScoreRow::polarity).orElse(null),
                        score.map(ScoreRow::negative).orElse(null),
                        score.map(ScoreRow::complaint).orElse(null),
                        score.map(ScoreRow::model).orElse(null),
                        flagged,
                        clock.instant()));
        events.append(
                new Event.JudgementCorrected(
                        mentionId, brand.getAsLong(), memberId, polarity.name()));
        return true;
    }

    /// Removes a correction that was a slip, and triage looks again: as one judged again, for it
    /// was decided about before. What stood before it stands again.
    ///
    /// @param seen the id of the correction that is taken back
    /// @return false when there is no such mention, or another correction stands by now
    @Transactional
    public boolean takeBack(long mentionId, long memberId, long seen) {
        var brand = mentions.lock(mentionId);
        if (brand.isEmpty() || seen == 0 || rows.getLatestId(mentionId) != seen) {
            return false;
        }
        rows.remove(seen);
        mentions.retriageDecided(mentionId);
        events.append(new Event.CorrectionTakenBack(mentionId, brand.getAsLong(), memberId));
        return true;
    }
}

package firsthour.reporting;

import java.util.Arrays;

/// Mentions counted by judgement.
public record Tally(int negative, int neutral, int positive, int undetermined, int unjudged) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    static Tally of(Judgement judgement, int mentions) {
        return switch (judgement) {
            case NEGATIVE -> new Tally(mentions, 0, 0, 0, 0);
            case NEUTRAL -> new Tally(0, mentions, 0, 0, 0);
            case POSITIVE -> new Tally(0, 0, mentions, 0, 0);
            case UNDETERMINED -> new Tally(0, 0, 0, mentions, 0);
            case UNJUDGED -> new Tally(0, 0, 0, 0, mentions);
        };
    }

    Tally plus(Tally other) {
        return new Tally(
                negative + other.negative,
                neutral + other.neutral,
                positive + other.positive,
                undetermined + other.undetermined,
                unjudged + other.unjudged);
    }

    public int of(Judgement judgement) {
        return switch (judgement) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
            case UNDETERMINED -> undetermined;
            case UNJUDGED -> unjudged;
        };
    }

    public int total() {
        return Arrays.stream(Judgement.values()).mapToInt(this::of).sum();
    }
}

package firsthour.response.check;

import static firsthour.language.Texts.t;

import firsthour.response.check.Checked.Likeness;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The stock-reply meter: how like what the team said before.
final class LikenessRule {
    /// Below, two replies of one team are simply about the same thing.
    static final int NOTEWORTHY = 40;

    static final int ALIKE = 60;
    static final int TWIN = 80;

    private LikenessRule() {}

    /// What was said before that is most like it, the newest of several.
    static Optional<Likeness> likest(String text, Context context) {
        var ours = Shingles.of(text);
        return context.told().stream()
                .map(told -> new Likeness(told.id(), ours.percent(told.shingles())))
                .filter(likeness -> likeness.percent() >= NOTEWORTHY)
                .max(Comparator.comparingInt(Likeness::percent).thenComparingLong(Likeness::id));
    }

    static List<Finding> check(String text, Context context) {
        return likest(text, context).stream()
                .filter(likeness -> likeness.percent() >= ALIKE)
                .map(likeness ->
                        Finding.ofWhole(
                                Concern.LIKENESS,
                                likeness.percent() >= TWIN ? Weight.MUST : Weight.ADVICE,
                                t(
                                        "{0} % the same as an earlier reply. Say what is true of this customer alone.",
                                        likeness.percent())))
                .toList();
    }
}

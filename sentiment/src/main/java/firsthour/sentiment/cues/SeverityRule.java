package firsthour.sentiment.cues;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// One reason for which a post matters.
///
/// @param reason in words
/// @param share how much the post matters for this reason if something is wrong at all, 0 to 1
/// @param urgent whether the reason alone tells that something is wrong, unless the post looks
///   harmless
record SeverityRule(String reason, ToDoubleFunction<Seen> share, Predicate<Seen> urgent) {

    /// How sure danger, theft and the law are that something is wrong.
    private static final double URGENT = 0.8;

    private static final List<Sign> QUIET =
            List.of(Sign.ATTACHED, Sign.DECLINED, Sign.SORRY, Sign.LEAVING);

    /// All rules. Their shares join as chances do, so that many reasons come near 1 and none passes
    /// it.
    static final List<SeverityRule> ALL =
            List.of(
                    urgent("danger to health or safety", Sign.HARM, 0.8),
                    urgent("money or data in the wrong hands", Sign.STOLEN, 0.65),
                    urgent("legal action, an authority or the press", Sign.LEGAL, 0.65),
                    rule("says they were singled out", seen -> by(seen, Sign.SINGLED_OUT, 0.65)),
                    rule("quietly disappointed", SeverityRule::quiet),
                    rule("says they are leaving", seen -> by(seen, Sign.LEAVING, 0.35)),
                    rule("hard on somebody vulnerable", seen -> by(seen, Sign.VULNERABLE, 0.3)),
                    rule("money or time lost", SeverityRule::lost),
                    rule("not the first time", seen -> by(seen, Sign.REPEATED, 0.2)),
                    rule("insult", seen -> by(seen, Sign.INSULT, 0.2)),
                    rule("strong words", SeverityRule::loud),
                    rule("something failed", seen -> by(seen, Sign.FAILED, 0.1)),
                    rule("something is wrong", _ -> 0.25));

    private static SeverityRule rule(String reason, ToDoubleFunction<Seen> share) {
        return new SeverityRule(reason, share, _ -> false);
    }

    private static SeverityRule urgent(String reason, Sign sign, double most) {
        return new SeverityRule(
                reason, seen -> by(seen, sign, most), seen -> seen.mayConcernBrand(sign));
    }

    /// How much the post matters for this reason, 0 to 1.
    double apply(Seen seen, Tone tone) {
        double most = share.applyAsDouble(seen);
        if (most == 0) {
            return 0;
        }
        double least = urgent.test(seen) ? URGENT * (1 - tone.ease()) : 0;
        return most * Math.max(tone.trouble(), least);
    }

    /// All of a share where the sign is shown, a part of it where its words are weak.
    private static double by(Seen seen, Sign sign, double most) {
        return most * Math.clamp(seen.strength(sign), 0, 1);
    }

    private static double lost(Seen seen) {
        boolean money = seen.shows(Sign.MONEY);
        boolean time = seen.shows(Sign.TIME_LOST);
        if (money && time) {
            return 0.35;
        }
        return money ? 0.25 : time ? 0.2 : 0;
    }

    private static double loud(Seen seen) {
        return seen.shouts() || seen.shows(Sign.STRONG) ? 0.15 : 0;
    }

    /// Somebody who was attached goes, or regrets, without a loud word: two signs of four.
    private static double quiet(Seen seen) {
        boolean loud =
                seen.shouts()
                        || seen.strength(Sign.STRONG) >= 2
                        || seen.shows(Sign.INSULT)
                        || seen.shows(Sign.LEGAL);
        long signs = QUIET.stream().filter(seen::shows).count();
        if (loud || signs < 2) {
            return 0;
        }
        return signs == 2 ? 0.4 : 0.5;
    }
}

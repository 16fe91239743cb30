package firsthour.sentiment.cues;

import firsthour.sentiment.Flag;
import firsthour.sentiment.linear.Aspects;

/// What kind of post it is, by what was seen in it.
///
/// @param asks whether the brand is asked something and not blamed
/// @param praises whether the brand is praised
/// @param ironic whether the words may mean their opposite
/// @param ease how far the post looks harmless, 0 to 1
/// @param trouble how sure it is that something is wrong, by models and words together, 0 to 1
/// @param engaged whether the post wants something of the brand or takes a side
record Tone(
        boolean asks,
        boolean praises,
        boolean ironic,
        double ease,
        double trouble,
        boolean engaged) {

    /// From here on the model alone decides.
    private static final double SURE = 0.5;

    /// From here on irony is likely where something is complained of.
    private static final double MEANT_OTHERWISE = 0.4;

    /// Below this, words alone do not.
    private static final double DOUBTED = 0.15;

    static Tone of(Seen seen, Aspects aspects) {
        boolean ironic = ironic(seen, aspects.of(Flag.IRONY));
        boolean asks = asks(seen, aspects.of(Flag.QUESTION));
        boolean praises = !ironic && praises(seen, aspects.of(Flag.PRAISE));
        double ease = grave(seen) ? 0 : praises ? 0.9 : ease(seen, ironic, asks);
        double trouble = trouble(seen, ironic) * (1 - ease);
        boolean engaged =
                !seen.shows(Sign.ADVERTISED)
                        && (trouble > 0.3
                                || seen.polarity().positive() > 0.4
                                || ironic
                                || asks
                                || praises);
        return new Tone(asks, praises, ironic, ease, trouble, engaged);
    }

    /// What the models say and what the words say speak for trouble as independent witnesses would.
    private static double trouble(Seen seen, boolean ironic) {
        double byWords = 0;
        byWords += seen.shows(Sign.FAILED) ? 0.35 : 0;
        byWords += seen.shows(Sign.LEAVING) ? 0.35 : 0;
        byWords += seen.shows(Sign.DECLINED) || seen.shows(Sign.SORRY) ? 0.2 : 0;
        byWords += seen.shows(Sign.MONEY) || seen.shows(Sign.TIME_LOST) ? 0.2 : 0;
        byWords += seen.shows(Sign.INSULT) ? 0.3 : 0;
        byWords += concerns(seen, Sign.HARM) || concerns(seen, Sign.STOLEN) ? 0.4 : 0;
        byWords += ironic ? 0.5 : 0;
        double byModels = Math.max(seen.polarity().negative(), seen.complaint());
        return 1 - (1 - byModels) * (1 - Math.min(byWords, 0.8));
    }

    /// Danger, theft and the law are no less grave for a kind word or a question.
    private static boolean grave(Seen seen) {
        return seen.complaint() >= SURE
                && (concerns(seen, Sign.HARM)
                        || concerns(seen, Sign.STOLEN)
                        || concerns(seen, Sign.LEGAL));
    }

    private static boolean concerns(Seen seen, Sign sign) {
        return seen.shows(sign) && seen.mayConcernBrand(sign);
    }

    /// Kind words of those who go, regret or mock say nothing.
    private static double ease(Seen seen, boolean ironic, boolean asks) {
        if (seen.shows(Sign.ADVERTISED)) {
            return 0.7;
        }
        if (asks) {
            return 0.5;
        }
        boolean meant = !ironic && !seen.shows(Sign.LEAVING) && !seen.shows(Sign.SORRY);
        return meant ? 0.8 * seen.polarity().positive() : 0;
    }

    /// A bare question mark says less than the words of a question do.
    private static boolean asks(Seen seen, double sure) {
        boolean bare = seen.apart(Sign.MARKED, Sign.RHETORICAL);
        boolean spelled =
                (bare && seen.together(Sign.MARKED, Sign.ASKED))
                        || seen.apart(Sign.INQUIRED, Sign.RHETORICAL);
        double blame = seen.complaint();
        blame += seen.shows(Sign.FAILED) && seen.shows(Sign.TIME_LOST) ? 0.2 : 0;
        blame += seen.shows(Sign.LEAVING) || seen.shows(Sign.INSULT) ? 0.2 : 0;
        double bearable = spelled ? 0.65 : bare ? 0.45 : 0;
        return sure >= SURE
                || (sure >= DOUBTED && !seen.shows(Sign.ADVERTISED) && blame < bearable);
    }

    private static boolean praises(Seen seen, double sure) {
        double positive = seen.polarity().positive();
        double negative = seen.polarity().negative();
        double said = seen.strength(Sign.THANKED) + seen.strength(Sign.PRAISED);
        boolean spoiled =
                seen.shows(Sign.ADVERTISED)
                        || seen.shows(Sign.LEAVING)
                        || seen.shows(Sign.SORRY)
                        || seen.shows(Sign.DECLINED)
                        || seen.strength(Sign.FAILED) >= 2;
        boolean byWords =
                !spoiled
                        && seen.complaint() < 0.6
                        && (positive >= 0.8
                                || (said >= 1 && positive >= 0.4 && positive > negative)
                                || (said >= 2 && negative < 0.6 && !seen.shows(Sign.FAILED)));
        boolean meant = !spoiled && positive >= negative && seen.complaint() < SURE;
        return (sure >= SURE && meant) || (sure >= DOUBTED && byWords);
    }

    /// Sarcasm that is seldom anything else, or praise in one breath with what failed and was not
    /// put right, or what one model takes for irony and another for a complaint: alone, the first
    /// takes every hearty thank-you for irony.
    private static boolean ironic(Seen seen, double sure) {
        boolean bad = seen.shows(Sign.FAILED) || seen.shows(Sign.TIME_LOST);
        boolean mocked =
                seen.together(Sign.MOCKED, Sign.FAILED)
                        || seen.together(Sign.MOCKED, Sign.TIME_LOST)
                        || (bad && seen.strength(Sign.SARCASTIC) >= 0.5)
                        || (bad && seen.praiseInQuotes());
        return (sure >= MEANT_OTHERWISE && seen.complaint() >= SURE)
                || seen.shows(Sign.SARCASTIC)
                || (mocked && seen.strength(Sign.RESOLVED) < 0.5);
    }
}

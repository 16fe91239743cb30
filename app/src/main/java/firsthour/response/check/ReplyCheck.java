package firsthour.response.check;

import firsthour.sentiment.Scorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks a reply before it is public. The same text and context always give the same findings.
public final class ReplyCheck {
    private final List<Rule> quick;
    private final Rule spelling;
    private final ToneRule tone;
    private final Proofreading proofreading;

    /// @param scorer the judgement, which here is turned on ourselves
    public ReplyCheck(Scorer scorer, Proofreading proofreading) {
        this.proofreading = proofreading;
        spelling = new SpellingRule(proofreading);
        tone = new ToneRule(scorer);
        quick =
                List.of(
                        new LengthRule(),
                        new CapitalsRule(),
                        tone,
                        new PrivateDataRule(),
                        new PromiseRule(),
                        LikenessRule::check,
                        NameRules::customer,
                        NameRules::staff,
                        SubstanceRules::quote,
                        SubstanceRules::questions,
                        SubstanceRules::nextStep);
    }

    /// Checks the whole, and waits where words are still being loaded.
    public Checked check(String text, Context context) {
        return check(text, context, true);
    }

    /// Checks what can be checked at once, for somebody who is typing.
    public Checked checkAtOnce(String text, Context context) {
        proofreading.prepare();
        return check(text, context, proofreading.isReady());
    }

    private Checked check(String text, Context context, boolean withSpelling) {
        if (text.isBlank()) {
            return new Checked(List.of(), Optional.empty(), false);
        }
        var findings =
                new ArrayList<>(
                        quick.stream()
                                .flatMap(rule -> rule.check(text, context).stream())
                                .toList());
        // The dictionaries are English: of another language every word would be a mistake.
        boolean english = !tone.isForeign(text);
        if (english && withSpelling) {
            findings.addAll(spelling.check(text, context));
        }
        return new Checked(findings, LikenessRule.likest(text, context), english && !withSpelling);
    }
}

package firsthour.triage;

import static firsthour.language.Texts.t;

/// What became of something that a person did to a case.
public sealed interface Outcome {

    /// It was done.
    record Done(Case changed) implements Outcome {}

    /// Nothing was changed: somebody else has claimed the case.
    ///
    /// @param name who
    record TakenBy(String name) implements Outcome {}

    /// Nothing was changed: the case is not as the person saw it.
    ///
    /// @param change what happened meanwhile, a sentence
    record Stale(String change) implements Outcome {}

    /// Nothing was changed: the case must be brought into another state first.
    ///
    /// @param advice why, and what to do instead
    record NotPossible(String advice) implements Outcome {}

    /// The outcome for the person who tried, in words.
    default String inWords() {
        return switch (this) {
            case Done _ -> t("Done.");
            case TakenBy(String name) ->
                    t("{0} has this case. Nothing was changed; ask {0} or a manager.", name);
            case Stale(String change) ->
                    change + " " + t("Nothing of yours was saved yet; look again, then repeat it.");
            case NotPossible(String advice) -> advice;
        };
    }
}

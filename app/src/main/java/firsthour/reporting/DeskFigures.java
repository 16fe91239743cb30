package firsthour.reporting;

import java.math.BigDecimal;
import java.util.List;

/// How the desk did its work in a week.
///
/// @param exposure minutes without an answer, each times those who may have read the post
/// @param exposed how many cases that were
/// @param latePauses that were set after the customer had already replied
public record DeskFigures(
        long exposure, int exposed, Looks looks, int latePauses, Remedies remedies) {

    /// Second looks that were asked for in the week, and what became of them by now. Others are
    /// still waited for, or were not needed any more.
    ///
    /// @param approved as the reply was
    /// @param edited and approved
    /// @param lapsed to a waiver: nobody had looked in time
    public record Looks(int asked, int approved, int edited, int sentBack, int lapsed) {}

    /// What customers were given.
    ///
    /// @param worth by currency
    /// @param kinds how many of each, without those of which there is none
    /// @param rules of the house under which they were given, the most frequent first; at most 10
    public record Remedies(int given, List<Sum> worth, List<Kind> kinds, List<Rule> rules) {}

    /// A sum of money.
    ///
    /// @param currency ISO 4217
    public record Sum(String currency, BigDecimal amount) {}

    /// Remedies of one kind.
    public record Kind(Figure figure, int given) {}

    /// Remedies under one rule of the house.
    public record Rule(String name, int given) {}
}

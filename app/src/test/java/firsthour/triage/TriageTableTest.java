package firsthour.triage;

import static firsthour.triage.TriageTable.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import firsthour.sentiment.Polarity;
import firsthour.triage.Decision.FoundReply;
import firsthour.triage.Decision.Joins;
import firsthour.triage.Decision.Listed;
import firsthour.triage.Decision.Opens;
import firsthour.triage.Decision.Stays;
import firsthour.triage.Facts.Account;
import firsthour.triage.Facts.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TriageTableTest {

    /// What a rule decides, where every rule below it would decide otherwise.
    record Row(String rule, FactsDraft facts, Decision expected) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static List<Row> table() {
        return List.of(
                new Row(
                        "decided before",
                        facts().negative(.9).ownCase(7),
                        new Stays("belongs to its case already")),
                new Row(
                        "by an own account",
                        facts().negative(.9).account(Account.OWN),
                        new FoundReply(false, "by our own account")),
                new Row(
                        "history",
                        facts().negative(.9).history(),
                        new Listed(
                                Verdict.HISTORY,
                                "published more than 48 h before it was detected")),
                new Row(
                        "part of an open case",
                        facts().negative(.9).related(7, Tie.THREAD),
                        new Joins(7, "part of the thread of case 7")),
                new Row(
                        "low rating",
                        facts().positive(.9).rating(2),
                        opens(CaseKind.COMPLAINT, "rated 2 of 5")),
                new Row(
                        "corrected to negative",
                        facts().positive(.9).corrected(Polarity.NEGATIVE),
                        new Opens(
                                CaseKind.COMPLAINT,
                                FactsDraft.CORRECTED,
                                "corrected to negative by a person")),
                new Row(
                        "negative",
                        facts().negative(.5),
                        opens(CaseKind.COMPLAINT, "negative, probability 0.50 (cases from 0.50)")),
                new Row(
                        "complaint",
                        facts().positive(.9).complaint(.6),
                        opens(
                                CaseKind.COMPLAINT,
                                "a complaint, probability 0.60 (cases from 0.50)")),
                new Row(
                        "language not known",
                        facts().undetermined().rating(3).question(),
                        opens(
                                CaseKind.LOOK,
                                "language not known to the model, somebody should look")),
                new Row(
                        "question",
                        facts().positive(.9).question(),
                        opens(CaseKind.INQUIRY, "a question to the brand")),
                new Row(
                        "praise",
                        facts().positive(.9),
                        new Listed(Verdict.PRAISE, "positive, probability 0.90 (cases from 0.50)")),
                new Row(
                        "anything else",
                        facts().negative(.49),
                        new Listed(Verdict.LISTED, "nothing in it asks for an answer")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRuleDecides(Row row) {
        assertThat(TriageTable.decide(row.facts().build())).isEqualTo(row.expected());
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachRuleIsNeeded(Row row) {
        var without = RULES.stream().filter(rule -> !rule.name().equals(row.rule())).toList();
        assertThat(without).hasSize(RULES.size() - 1);
        if (row.rule().equals("anything else")) {
            return;
        }
        assertThat(TriageTable.decide(without, row.facts().build())).isNotEqualTo(row.expected());
    }

    @Test
    void theTableHasTheseRowsInThisOrder() {
        assertThat(RULES.stream().map(TriageTable.Rule::name).toList())
                .isEqualTo(table().stream().map(Row::rule).toList());
    }

    @Test
    void anOwnAccountIsAFoundReplyEvenWhereItIsOld() {
        assertThat(TriageTable.decide(facts().history().account(Account.OWN_BOT).build()))
                .isEqualTo(new FoundReply(true, "by our own automatic account"));
    }

    @Test
    void theModelsFlagForPraiseGoesBeforeItsProbability() {
        assertThat(TriageTable.decide(facts().positive(.4).praise(true).build()))
                .isEqualTo(new Listed(Verdict.PRAISE, "praise for the brand"));
        assertThat(TriageTable.decide(facts().positive(.9).praise(false).build()))
                .isEqualTo(new Listed(Verdict.LISTED, "nothing in it asks for an answer"));
        assertThat(TriageTable.decide(facts().praise(true).corrected(Polarity.NEUTRAL).build()))
                .isEqualTo(new Listed(Verdict.LISTED, "corrected to neutral by a person"));
    }

    @Test
    void starsAloneMakeACase() {
        assertThat(TriageTable.decide(facts().undetermined().rating(1).build()))
                .isEqualTo(opens(CaseKind.COMPLAINT, "rated 1 of 5"));
    }

    @Test
    void aPersonsJudgementGoesBeforeTheModels() {
        assertThat(
                        TriageTable.decide(
                                facts().negative(.9)
                                        .complaint(.9)
                                        .corrected(Polarity.NEUTRAL)
                                        .build()))
                .isEqualTo(new Listed(Verdict.LISTED, "corrected to neutral by a person"));
        assertThat(TriageTable.decide(facts().negative(.9).corrected(Polarity.POSITIVE).build()))
                .isEqualTo(new Listed(Verdict.PRAISE, "corrected to positive by a person"));
    }

    @Test
    void theBrandsThresholdCounts() {
        assertThat(TriageTable.decide(facts().negative(.6).threshold(.7).build()))
                .isInstanceOf(Listed.class);
        assertThat(TriageTable.decide(facts().negative(.7).threshold(.7).build()))
                .isInstanceOf(Opens.class);
    }

    @Test
    void whatCannotBeReadIsListedUnlessTheBrandWantsALook() {
        assertThat(TriageTable.decide(facts().undetermined().build()))
                .isEqualTo(
                        new Listed(
                                Verdict.UNKNOWN_LANGUAGE,
                                "language not known to the model; looks at posts are off"));
        assertThat(TriageTable.decide(facts().undetermined().looks(false, true).build()))
                .isInstanceOf(Opens.class);
        assertThat(TriageTable.decide(facts().undetermined().rating(4).looks(false, true).build()))
                .isEqualTo(
                        new Listed(
                                Verdict.UNKNOWN_LANGUAGE,
                                "language not known to the model; looks at reviews are off"));
    }

    @Test
    void aQuestionIsListedWhereTheBrandWantsNoInquiries() {
        assertThat(TriageTable.decide(facts().negative(.1).question().inquiries(false).build()))
                .isInstanceOf(Listed.class);
    }

    private static FactsDraft facts() {
        return new FactsDraft();
    }

    private static Decision opens(CaseKind kind, String reason) {
        return new Opens(kind, FactsDraft.DETECTED, reason);
    }
}

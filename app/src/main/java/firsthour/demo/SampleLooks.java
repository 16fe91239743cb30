package firsthour.demo;

import firsthour.response.SecondLook;
import firsthour.response.SecondLookRequests;
import firsthour.response.SecondLookState;
import firsthour.response.SecondLooks;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.LookRule;
import firsthour.triage.LookRules;
import firsthour.triage.ReplyKind;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// How the invented staff look at each other's words.
@Singleton
class SampleLooks {
    private static final String MADE_BY = "maya";
    private static final int GRAVE = 80;

    private final LookRules rules;
    private final SecondLookRequests requests;
    private final SecondLooks looks;
    private final Cases cases;
    private final SampleStaff staff;

    SampleLooks(
            LookRules rules,
            SecondLookRequests requests,
            SecondLooks looks,
            Cases cases,
            SampleStaff staff) {
        this.rules = rules;
        this.requests = requests;
        this.looks = looks;
        this.cases = cases;
        this.staff = staff;
    }

    /// Has colleagues look at what agents write on grave cases.
    void rule(long brandId) {
        rules.add(
                brandId,
                staff.id(MADE_BY),
                new LookRule.Draft(
                        "Grave complaints",
                        OptionalInt.of(GRAVE),
                        OptionalLong.empty(),
                        false,
                        true));
    }

    void ask(long caseId, String by, String text) {
        requests.ask(
                caseId,
                version(caseId),
                staff.actor(by),
                ReplyKind.ACKNOWLEDGEMENT,
                text,
                Map.of(),
                0);
    }

    /// Nothing is sent back where the asking was refused: under another model somebody else may
    /// have the case.
    void sendBack(long caseId, Deeds.Back back) {
        looks.findByCase(caseId).stream()
                .filter(look -> look.state() == SecondLookState.OPEN)
                .map(SecondLook::id)
                .forEach(id ->
                        looks.sendBack(
                                caseId,
                                version(caseId),
                                id,
                                staff.actor(back.by()),
                                back.text(),
                                back.note()));
    }

    private long version(long caseId) {
        return cases.find(caseId).map(Case::version).orElseThrow();
    }
}

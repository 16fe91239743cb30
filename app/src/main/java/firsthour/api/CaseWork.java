package firsthour.api;

import firsthour.api.Problem.FieldProblem;
import firsthour.response.ReplyDraft;
import firsthour.triage.Actor;
import firsthour.triage.Case;
import firsthour.triage.Cases;
import firsthour.triage.Outcome;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Does to a case what a program asks for, and tells how it stands then.
@Singleton
final class CaseWork {
    private final Cases cases;
    private final Bodies bodies;
    private final Once once;

    CaseWork(Cases cases, Bodies bodies, Once once) {
        this.cases = cases;
        this.bodies = bodies;
        this.once = once;
    }

    /// A deed of the database alone.
    ///
    /// @param shape of the body
    <B> HttpResponse<Standing> work(
            long caseId, Asked asked, Class<B> shape, BiFunction<Actor, B, Standing> deed) {
        return once.within(
                asked,
                Standing.class,
                () -> {
                    var sent = bodies.read(asked.body(), shape);
                    get(caseId);
                    return deed.apply(asked.actor(), sent);
                });
    }

    /// A deed of the database alone that takes no body.
    HttpResponse<Standing> plain(long caseId, Asked asked, Function<Actor, Standing> deed) {
        return once.within(
                asked,
                Standing.class,
                () -> {
                    get(caseId);
                    return deed.apply(asked.actor());
                });
    }

    /// A deed that waits for a network.
    ///
    /// @param shape of the body
    <B> HttpResponse<Standing> post(
            long caseId, Asked asked, Class<B> shape, BiFunction<Actor, B, Standing> deed) {
        return once.around(
                asked,
                Standing.class,
                () -> {
                    var sent = bodies.read(asked.body(), shape);
                    get(caseId);
                    return deed.apply(asked.actor(), sent);
                });
    }

    /// The case.
    ///
    /// @throws Refused when there is none with this id
    Case get(long caseId) {
        return cases.find(caseId).orElseThrow(() -> Refused.missing("case", caseId));
    }

    /// How the case stands.
    ///
    /// @throws Refused when nothing was done
    static Standing done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var changed) -> Standing.of(changed);
            case Outcome refused -> throw refused(refused);
        };
    }

    /// What a person may expect to be refused for.
    static Refused refused(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> throw new IllegalStateException("It was done");
            case Outcome.Stale _ -> Refused.conflict(ProblemCode.STALE, outcome.inWords());
            case Outcome.TakenBy _ -> Refused.conflict(ProblemCode.TAKEN, outcome.inWords());
            case Outcome.NotPossible _ ->
                    Refused.conflict(ProblemCode.NOT_POSSIBLE, outcome.inWords());
        };
    }

    static Refused wrong(List<ReplyDraft.Problem> problems) {
        return Refused.fields(
                problems.stream()
                        .map(problem -> new FieldProblem(problem.field(), problem.words()))
                        .toList());
    }
}

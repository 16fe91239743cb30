package firsthour.api;

import firsthour.recovery.Attempt;
import firsthour.recovery.SamePerson;
import firsthour.recovery.SamePersons;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Who else the customer of a case is.
@Controller(ApiPath.ROOT + "/cases/{id}/persons")
@Secured(Scopes.WORK)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope WORK")
final class ApiRecoveryController {
    private final SamePersons persons;
    private final CaseWork work;
    private final Bodies bodies;
    private final Once once;

    ApiRecoveryController(SamePersons persons, CaseWork work, Bodies bodies, Once once) {
        this.persons = persons;
        this.work = work;
        this.bodies = bodies;
        this.once = once;
    }

    /// Who else the customer of a case is.
    ///
    /// @param links the ids of what was noted; “recovery” of the case says more
    record Linked(long caseId, List<Long> links) {}

    /// Notes that the customer of a case is another author as well; signs are looked for in a
    /// moment.
    @Post
    HttpResponse<Linked> linkPerson(
            long id,
            @Body @Schema(implementation = Sent.Person.class) byte @Nullable [] body,
            HttpRequest<?> request) {
        var asked = Asked.of(request, body);
        return once.within(
                asked,
                Linked.class,
                () -> {
                    var sent = bodies.read(asked.body(), Sent.Person.class);
                    work.get(id);
                    done(persons.link(id, asked.actor(), sent.network(), sent.handle()));
                    return shown(id);
                });
    }

    /// Takes that back; what was a sign only through it goes in a moment. Takes no body.
    @Post("/{link}/remove")
    Linked unlinkPerson(long id, long link, HttpRequest<?> request) {
        work.get(id);
        try {
            done(persons.unlink(id, link, Asked.of(request, null).actor()));
            return shown(id);
        } catch (NoSuchElementException e) {
            throw Refused.missing("link", link);
        }
    }

    static void done(Attempt attempt) {
        switch (attempt) {
            case Attempt.Done _ -> {}
            case Attempt.Invalid(var field, var message) -> throw Refused.field(field, message);
            case Attempt.Refused(var outcome) -> throw CaseWork.refused(outcome);
        }
    }

    private Linked shown(long id) {
        return new Linked(id, persons.findByCase(id).stream().map(SamePerson::id).toList());
    }
}

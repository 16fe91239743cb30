package firsthour.api;

import firsthour.recovery.SamePersons;
import firsthour.recovery.Signs;
import firsthour.recovery.Testimonials;
import firsthour.response.Contacts;
import firsthour.response.Promises;
import firsthour.response.Remedies;
import firsthour.response.Replies;
import firsthour.response.SecondLooks;
import firsthour.response.Sending;
import firsthour.response.Way;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.CaseKind;
import firsthour.triage.CaseViews;
import firsthour.triage.Mergers;
import firsthour.triage.Queue;
import firsthour.triage.QueueFilter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cases, in the order in which they are worked.
@Controller(ApiPath.ROOT + "/cases")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope READ")
final class ApiCasesController {
    private static final int MOST_WORDS = 200;

    private final Queue queue;
    private final CaseViews cases;
    private final Replies replies;
    private final Sending sending;
    private final Mergers mergers;
    private final Signs signs;
    private final SamePersons persons;
    private final Testimonials testimonials;
    private final SecondLooks looks;
    private final Contacts contacts;
    private final Promises promises;
    private final Remedies remedies;

    ApiCasesController(
            Queue queue,
            CaseViews cases,
            Replies replies,
            Sending sending,
            Mergers mergers,
            Signs signs,
            SamePersons persons,
            Testimonials testimonials,
            SecondLooks looks,
            Contacts contacts,
            Promises promises,
            Remedies remedies) {
        this.queue = queue;
        this.cases = cases;
        this.replies = replies;
        this.sending = sending;
        this.mergers = mergers;
        this.signs = signs;
        this.persons = persons;
        this.testimonials = testimonials;
        this.looks = looks;
        this.contacts = contacts;
        this.promises = promises;
        this.remedies = remedies;
    }

    /// Whether cases are open.
    enum Open {
        OPEN,
        CLOSED
    }

    /// How near a deadline is.
    enum Due {
        ANY,
        SOON
    }

    /// Cases: those that are open by priority and what is due first, those that are closed the
    /// newest first.
    ///
    /// @param state open or closed; open where it is missing
    /// @param brand the id of one brand; of all where it is missing
    /// @param whose all, one's own (those of the token's member) or what nobody has
    /// @param due any, or only what is in the last fifth of its time or past it
    /// @param kind only one kind
    /// @param text words in the post that opened the case, from the beginning of a word, or the
    ///   beginning of its author's handle, or the case's number
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<CaseJson> listCases(
            @QueryValue @Nullable Open state,
            @QueryValue @Nullable Long brand,
            @QueryValue QueueFilter.@Nullable Whose whose,
            @QueryValue @Nullable Due due,
            @QueryValue @Nullable CaseKind kind,
            @QueryValue @Nullable String text,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit,
            HttpRequest<?> request) {
        if (text != null && text.length() > MOST_WORDS) {
            throw Refused.field("text", "Give at most %d characters.".formatted(MOST_WORDS));
        }
        if (after != null && !Queue.isPlace(after)) {
            throw Listing.badCursor();
        }
        var filter =
                new QueueFilter(
                        Optional.ofNullable(brand),
                        whose == null ? QueueFilter.Whose.ALL : whose,
                        Asked.bearer(request).member().id(),
                        due == Due.SOON,
                        Optional.ofNullable(kind),
                        Optional.ofNullable(text),
                        state == Open.CLOSED);
        var page = queue.find(filter, Optional.ofNullable(after), Listing.size(limit));
        return new Listing<>(
                page.rows().stream().map(CaseJson::of).toList(), page.next().orElse(null));
    }

    /// A case with its posts, clocks and replies.
    @Get("/{id}")
    CaseDetailJson getCase(long id) {
        var view = cases.find(id).orElseThrow(() -> Refused.missing("case", id));
        var survivor = mergers.survivorOf(id);
        return CaseDetailJson.of(
                view,
                survivor == id ? null : survivor,
                replies.findByCase(id),
                sending.findOpen(id),
                looks.findByCase(id),
                sending.findWay(id).map(Way::network).orElse(null),
                CareJson.of(
                        contacts.findByCase(id), promises.findByCase(id), remedies.findByCase(id)),
                RecoveryJson.of(
                        signs.findByCase(id), persons.findByCase(id), testimonials.findByCase(id)));
    }
}

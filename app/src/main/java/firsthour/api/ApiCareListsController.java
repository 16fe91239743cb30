package firsthour.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import firsthour.api.CareJson.PromiseJson;
import firsthour.recovery.SilentCustomer;
import firsthour.recovery.SilentCustomers;
import firsthour.response.Promises;
import firsthour.response.SecondLook;
import firsthour.response.SecondLooks;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import firsthour.triage.ReplyKind;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What waits for somebody on all cases, the most urgent first.
@Controller(ApiPath.ROOT)
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Cases")
@Tag(name = "scope READ")
final class ApiCareListsController {
    /// As many as the pages show: whoever has more waiting has no list but a heap.
    private static final int MOST = 200;

    private final SecondLooks looks;
    private final Promises promises;
    private final SilentCustomers silent;

    ApiCareListsController(SecondLooks looks, Promises promises, SilentCustomers silent) {
        this.looks = looks;
        this.promises = promises;
        this.silent = silent;
    }

    /// The most urgent second looks.
    ///
    /// @param more whether there are more than these
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WaitingLooksJson(List<WaitingLookJson> items, boolean more) {}

    /// The most urgent promises.
    ///
    /// @param more whether there are more than these
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record OwedPromisesJson(List<PromiseJson> items, boolean more) {}

    /// The longest silent customers.
    ///
    /// @param more whether there are more than these
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SilentCustomersJson(List<SilentJson> items, boolean more) {}

    /// A reply that waits for a colleague's look.
    ///
    /// @param by who wrote it
    /// @param of who was asked; null for anybody who may answer
    /// @param text as it stands
    /// @param dueAt when it lapses
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WaitingLookJson(
            long id,
            long caseId,
            ReplyKind kind,
            String by,
            @Nullable String of,
            String text,
            Instant askedAt,
            Instant dueAt) {
        static WaitingLookJson of(SecondLook look) {
            return new WaitingLookJson(
                    look.id(),
                    look.caseId(),
                    look.kind(),
                    look.author(),
                    look.colleague().orElse(null),
                    look.words(),
                    look.askedAt(),
                    look.dueAt());
        }
    }

    /// A customer who was answered and says nothing.
    ///
    /// @param author null where the post was deleted
    /// @param text what they wrote first; empty where it was deleted
    /// @param waitingSince since when we wait
    /// @param silentDays for how many days nothing came, as far as people were told
    /// @param assignee who has the case; null where nobody does
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SilentJson(
            long caseId,
            String brand,
            String network,
            @Nullable String author,
            String text,
            Instant waitingSince,
            int silentDays,
            @Nullable String assignee) {
        static SilentJson of(SilentCustomer customer) {
            return new SilentJson(
                    customer.caseId(),
                    customer.brandName(),
                    customer.network(),
                    customer.author(),
                    customer.text(),
                    customer.waitingSince(),
                    customer.silentDays(),
                    customer.assignee());
        }
    }

    /// Second looks that wait for somebody, what lapses first: at most 200.
    @Get("/looks")
    WaitingLooksJson listWaitingLooks() {
        var found = looks.findWaiting(MOST + 1);
        return new WaitingLooksJson(first(found, WaitingLookJson::of), found.size() > MOST);
    }

    /// What customers were promised and still wait for, what is due first: at most 200.
    @Get("/promises")
    OwedPromisesJson listOwedPromises() {
        var found = promises.findOwed(MOST + 1);
        return new OwedPromisesJson(first(found, PromiseJson::of), found.size() > MOST);
    }

    /// Customers who were answered, say nothing, and were not asked whether all is well, or not
    /// since they were silent for a week: the longest silent first, at most 200.
    @Get("/silent")
    SilentCustomersJson listSilentCustomers() {
        var found = silent.list(MOST + 1);
        return new SilentCustomersJson(first(found, SilentJson::of), found.size() > MOST);
    }

    private static <R, T> List<T> first(List<R> found, Function<R, T> told) {
        return found.stream().limit(MOST).map(told).toList();
    }
}

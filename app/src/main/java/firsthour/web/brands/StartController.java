package firsthour.web.brands;

import static firsthour.language.Texts.t;

import firsthour.brand.Brand;
import firsthour.brand.Brands;
import firsthour.brand.Rejected;
import firsthour.intake.Proposals;
import firsthour.intake.Proposals.Proposal;
import firsthour.security.Roles;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Starts sources for a brand that need no key.
@Controller("/brands/{id}/start")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StartController {
    private static final String VIEW = "brands/start";

    private final Brands brands;
    private final Proposals proposals;
    private final Pages pages;

    StartController(Brands brands, Proposals proposals, Pages pages) {
        this.brands = brands;
        this.proposals = proposals;
        this.pages = pages;
    }

    /// What needs no answer is ticked.
    @Get
    @View(VIEW)
    StartView show(long id) {
        var brand = brand(id);
        var all = proposals.of(brand);
        var ticked =
                all.stream()
                        .filter(proposal -> proposal.asks().isEmpty())
                        .map(Proposal::network)
                        .collect(Collectors.toSet());
        return new StartView(id, brand.name(), all, ticked, Map.of(), Map.of());
    }

    /// Starts what was ticked.
    ///
    /// @param form a field for each ticked network, and `answer-` with its name for what it asks
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(long id, @Body Map<String, String> form) {
        var brand = brand(id);
        var started = new ArrayList<String>();
        var problems = new TreeMap<String, String>();
        var answers = new TreeMap<String, String>();
        for (var proposal : proposals.of(brand)) {
            var network = proposal.network();
            if (form.containsKey(network)) {
                var answer = form.getOrDefault("answer-" + network, "");
                answers.put(network, answer);
                try {
                    started.add(proposals.start(brand, network, answer));
                } catch (Rejected e) {
                    problems.put(network, String.valueOf(e.getMessage()));
                }
            }
        }
        return problems.isEmpty()
                ? pages.seeOther(
                        started.isEmpty() ? "/brands/" + id : "/sources",
                        Notice.done(words(started)))
                : Pages.again(
                        VIEW,
                        new StartView(
                                id,
                                brand.name(),
                                proposals.of(brand),
                                Set.copyOf(problems.keySet()),
                                answers,
                                problems));
    }

    private static String words(List<String> started) {
        return switch (started.size()) {
            case 0 -> t("Nothing was started. Sources can be added at any time.");
            case 1 -> t("{0} is pulled for the first time now.", started.getFirst());
            default -> t("{0} sources are pulled for the first time now.", started.size());
        };
    }

    private Brand brand(long id) {
        return brands.find(id)
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such brand"));
    }
}

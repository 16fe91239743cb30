package firsthour.web.promises;

import static firsthour.language.Texts.number;

import firsthour.brand.Brands;
import firsthour.language.Language;
import firsthour.response.Remedies;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.time.Clock;
import firsthour.web.promises.RemediesView.Choice;
import firsthour.web.promises.RemediesView.Line;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// What customers were given, month by month.
@Controller("/promises/remedies")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class RemediesController {
    private static final int MOST = 200;

    private final Remedies remedies;
    private final Brands brands;
    private final Clock clock;

    RemediesController(Remedies remedies, Brands brands, Clock clock) {
        this.remedies = remedies;
        this.brands = brands;
        this.clock = clock;
    }

    /// @param month such as 2026-11, in the reader's zone; this one where it is none
    @Get
    @View("promises/remedies")
    RemediesView list(
            @QueryValue(defaultValue = "0") long brand,
            @QueryValue @Nullable String month,
            SignedIn reader) {
        var shown = month(month, reader.zone());
        var from = start(shown, reader.zone());
        var to = start(shown.plusMonths(1), reader.zone());
        var worth = remedies.sumUp(brand, from, to);
        return new RemediesView(
                brands.list().stream().map(it -> new Choice(it.id(), it.name())).toList(),
                brand,
                shown,
                DateTimeFormatter.ofPattern("LLLL yyyy", Language.current().locale()).format(shown),
                worth.remedies(),
                worth.sums().stream()
                        .map(sum -> number(sum.amount()) + " " + sum.currency())
                        .toList(),
                remedies.findGiven(brand, from, to, MOST).stream()
                        .map(given ->
                                new Line(
                                        given.caseId(),
                                        given.brandName(),
                                        PromiseViews.given(given.remedy())))
                        .toList());
    }

    private YearMonth month(@Nullable String asked, ZoneId zone) {
        var now = YearMonth.from(clock.instant().atZone(zone));
        try {
            var read = asked == null ? now : YearMonth.parse(asked);
            return read.getYear() < 2000 || read.getYear() > 2200 ? now : read;
        } catch (DateTimeParseException _) {
            return now;
        }
    }

    private static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }
}

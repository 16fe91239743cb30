package firsthour.web.report;

import firsthour.reporting.Figure;
import firsthour.reporting.FigureList;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.Judgement;
import firsthour.reporting.ReportLinks;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.Slice;
import firsthour.reporting.WeeklyCharts;
import firsthour.reporting.WeeklyReports;
import firsthour.security.Roles;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@Controller("/report")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class ReportController {
    private final WeeklyReports reports;

    ReportController(WeeklyReports reports) {
        this.reports = reports;
    }

    /// The first brand and its last complete week where the address names none.
    @Get
    @View("report/page")
    ReportView report(@Nullable @QueryValue Long brand, @Nullable @QueryValue String week) {
        var brands = reports.listBrands();
        if (brands.isEmpty()) {
            return ReportView.withoutBrand();
        }
        var chosen = brand == null ? brands.getFirst() : brand(brand);
        var reading = week == null ? null : IsoWeek.read(week);
        var shown =
                reading instanceof IsoWeek.Read read ? read.week() : reports.lastComplete(chosen);
        var report = reports.of(chosen.id(), shown);
        return new ReportView(
                report,
                WeeklyCharts.of(report),
                new ReportLinks(chosen.id(), shown, true),
                brands,
                reading instanceof IsoWeek.Unreadable(String why) ? why : null);
    }

    /// What a figure counts, fifty at a time.
    @Get("/list")
    @View("report/list")
    FigureListView list(
            @QueryValue long brand,
            @QueryValue String week,
            @QueryValue String figure,
            @Nullable @QueryValue LocalDate day,
            @Nullable @QueryValue Long source,
            @Nullable @QueryValue Judgement judgement,
            @Nullable @QueryValue String reason,
            @Nullable @QueryValue String language,
            @QueryValue(defaultValue = "0") int from) {
        if (!(IsoWeek.read(week) instanceof IsoWeek.Read(IsoWeek read))) {
            throw nothing();
        }
        var counted = Figure.findBySlug(figure).orElseThrow(ReportController::nothing);
        var slice = new Slice(day, source, judgement, reason, language);
        FigureList list = reports.list(brand(brand).id(), read, counted, slice, Math.max(from, 0));
        return FigureListView.of(list, new ReportLinks(brand, read, true));
    }

    private ReportedBrand brand(long id) {
        return reports.findBrand(id).orElseThrow(ReportController::nothing);
    }

    private static HttpStatusException nothing() {
        return new HttpStatusException(HttpStatus.NOT_FOUND, "There is no such report.");
    }
}

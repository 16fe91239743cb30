package firsthour.api;

import firsthour.brand.Brands;
import firsthour.reporting.IsoWeek;
import firsthour.reporting.ReportedBrand;
import firsthour.reporting.WeeklyReports;
import firsthour.security.ApiPath;
import firsthour.security.Scopes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Brands, and their weeks in figures.
@Controller(ApiPath.ROOT + "/brands")
@Secured(Scopes.READ)
@ForPrograms
@Tag(name = "Brands")
@Tag(name = "scope READ")
final class ApiBrandsController {
    private final Brands brands;
    private final WeeklyReports reports;

    ApiBrandsController(Brands brands, WeeklyReports reports) {
        this.brands = brands;
        this.reports = reports;
    }

    /// The brands, in the order in which they were added.
    ///
    /// @param after the “next” of the page before
    /// @param limit how many, 1 to 200; 50 where it is missing
    @Get
    Listing<BrandJson> listBrands(
            @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        return Listing.of(
                brands.list().stream().map(brand -> BrandJson.of(brand, brands)).toList(),
                BrandJson::id,
                after,
                limit);
    }

    /// A brand.
    @Get("/{id}")
    BrandJson getBrand(long id) {
        return BrandJson.of(
                brands.find(id).orElseThrow(() -> Refused.missing("brand", id)), brands);
    }

    /// A week of a brand in figures.
    ///
    /// @param week such as “2026-W46”; the last that is over where it is missing
    @Get("/{id}/report")
    ReportJson getReport(long id, @QueryValue @Nullable String week) {
        var brand = reports.findBrand(id).orElseThrow(() -> Refused.missing("brand", id));
        return ReportJson.of(reports.of(id, week(brand, week)));
    }

    private IsoWeek week(ReportedBrand brand, @Nullable String week) {
        if (week == null) {
            return reports.lastComplete(brand);
        }
        return switch (IsoWeek.read(week)) {
            case IsoWeek.Read(var read) -> read;
            case IsoWeek.Unreadable(var why) -> throw Refused.field("week", why);
        };
    }
}

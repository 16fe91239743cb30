package firsthour.reporting;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a report's figures lead. In a file they lead nowhere: a null address makes no link.
///
/// @param live whether the reader is on the page
public record ReportLinks(long brandId, IsoWeek week, boolean live) {

    /// The list behind a figure.
    public @Nullable String to(Figure figure) {
        return to(figure, Slice.ALL);
    }

    /// The list behind a part of a figure.
    public @Nullable String to(Figure figure, Slice slice) {
        return to(figure, slice, 0);
    }

    /// A page of the list behind a figure.
    public @Nullable String to(Figure figure, Slice slice, int offset) {
        if (!live) {
            return null;
        }
        var address =
                new StringBuilder("/report/list?brand=%d&week=%s".formatted(brandId, week))
                        .append("&figure=")
                        .append(figure.slug());
        add(address, "day", slice.day());
        add(address, "source", slice.source());
        add(address, "judgement", slice.judgement());
        add(address, "reason", slice.reason());
        add(address, "language", slice.language());
        if (offset > 0) {
            add(address, "from", offset);
        }
        return address.toString();
    }

    /// The same for the week before.
    public ReportLinks before() {
        return new ReportLinks(brandId, week.previous(), live);
    }

    /// The same for another brand.
    public ReportLinks of(long otherBrand) {
        return new ReportLinks(otherBrand, week, live);
    }

    /// A case; null without one.
    public @Nullable String toCase(@Nullable Long caseId) {
        return live && caseId != null ? "/cases/" + caseId : null;
    }

    /// What several customers wrote about.
    public @Nullable String toCause(long causeId) {
        return live ? "/causes/" + causeId : null;
    }

    /// The report of a week.
    public String to(IsoWeek other) {
        return "/report?brand=%d&week=%s".formatted(brandId, other);
    }

    /// The address of a post, if it is one that a browser may safely be sent to.
    public static @Nullable String outside(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null
                    ? url
                    : null;
        } catch (URISyntaxException e) {
            // Networks return such addresses; the post is shown without a link.
            return null;
        }
    }

    private static void add(StringBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.append('&')
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}

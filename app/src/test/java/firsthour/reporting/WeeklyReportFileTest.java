package firsthour.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@MicronautTest(transactional = false)
@Property(name = "reporting.time", value = "set")
class WeeklyReportFileTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 46);
    private static final Instant WEDNESDAY = Instant.parse("2026-11-11T10:00:00Z");
    private static final String HOSTILE = "</style><script>alert(1)</script><b onclick='x()'>\"&";

    private final WeeklyReports reports;
    private final WeeklyReportFile file;
    private final DataSource database;

    WeeklyReportFileTest(WeeklyReports reports, WeeklyReportFile file, DataSource database) {
        this.reports = reports;
        this.file = file;
        this.database = database;
        ReportingTime.NOW.set(Instant.parse("2026-11-22T08:00:00Z"));
    }

    @Test
    void standsAloneInOneFileNamedAfterBrandAndWeek(@TempDir Path folder)
            throws SQLException, IOException {
        try (var ledger = new Ledger(database)) {
            long brand = new KestrelWeeks(ledger).write("Kestrel Coffee");

            var written = file.write(reports.of(brand, WEEK), folder.resolve("new"));

            assertThat(written).hasFileName("kestrel-coffee-2026-W46.html");
            var html = Files.readString(written);
            assertThat(html)
                    .contains("Week 46, 9–15 November 2026")
                    .doesNotContainPattern("(?i)\\ssrc=|@import|url\\((?!#)|<link|<script|<iframe");
            // Only posts are linked, and these links tell them nothing and vouch for nothing.
            var links =
                    Pattern.compile("<a href=\"([^\"]*)\"([^>]*)>")
                            .matcher(html)
                            .results()
                            .toList();
            assertThat(links)
                    .isNotEmpty()
                    .allSatisfy(link -> {
                        assertThat(link.group(1)).startsWith("https://posts.example/");
                        assertThat(link.group(2)).contains("noopener noreferrer nofollow");
                    });
        }
    }

    @Test
    void showsHostileTextAsText() throws SQLException {
        try (var ledger = new Ledger(database)) {
            long brand = ledger.brand(HOSTILE, "UTC");
            long source = ledger.source(HOSTILE);
            var said = ledger.say(brand, source, WEDNESDAY, WEDNESDAY, "NEGATIVE", false, HOSTILE);
            var kept = ledger.open(said, "COMPLAINT", 50, "x<i>", ledger.member(HOSTILE));
            ledger.clock(kept, 1, "ANSWER", WEDNESDAY, WEDNESDAY.plusSeconds(9), null, null);
            ledger.execute(
                    "UPDATE post SET url = 'javascript:alert(1)', author_name = ?, title = ?",
                    HOSTILE,
                    HOSTILE);

            var html = file.html(reports.of(brand, WEEK));

            assertThat(html)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script")
                    .doesNotContain("<b onclick")
                    .doesNotContain("<i>")
                    .doesNotContain("javascript:");
            assertThat(html.split("</style>", -1)).hasSize(2);
            for (var svg : svgs(html)) {
                assertThat(wellFormed(svg)).isTrue();
            }
        }
    }

    @Test
    void drawsChartsThatAStrictPolicyLetsThrough() throws SQLException, IOException {
        try (var ledger = new Ledger(database)) {
            long brand = new KestrelWeeks(ledger).write("Kestrel & Sons");
            var report = reports.of(brand, WEEK);
            var css = resource("/static/report.css");

            for (var empty : new IsoWeek[] {WEEK, new IsoWeek(2020, 1)}) {
                var charts = WeeklyCharts.of(reports.of(brand, empty));
                for (var chart :
                        new Chart[] {
                            charts.days(), charts.responses(), charts.sources(), charts.lags()
                        }) {
                    assertThat(wellFormed(chart.svg())).isTrue();
                    assertThat(chart.svg())
                            .doesNotContain("style=")
                            .contains("role=\"img\"")
                            .contains("<title ")
                            .contains("<desc ")
                            .contains("viewBox=\"0 0 400 190\"");
                    // Every colour has its place in the style sheet.
                    Pattern.compile("(?:fill|line)-[a-z]+(?=['\" ])")
                            .matcher(chart.svg().replaceAll("stroke-[a-z]+", ""))
                            .results()
                            .forEach(name -> assertThat(css).contains("." + name.group()));
                }
            }
            assertThat(page(report)).doesNotContain("style=");
        }
    }

    @Test
    void everyNumberThatIsALinkOpensSoManyRows() throws SQLException {
        try (var ledger = new Ledger(database)) {
            long brand = new KestrelWeeks(ledger).write("Kestrel Links");
            var page = page(reports.of(brand, WEEK));

            var links =
                    Pattern.compile(
                                    "<a href=\"/report/list\\?([^\"]*)\">([0-9,]+)(?![^<]*(?: %| min| h))[^<]*</a>")
                            .matcher(page)
                            .results()
                            .toList();

            assertThat(links).hasSizeGreaterThan(60);
            for (var link : links) {
                assertThat(rowsBehind(link.group(1).replace("&amp;", "&")))
                        .describedAs(link.group())
                        .isEqualTo(Integer.parseInt(link.group(2).replace(",", "")));
            }
        }
    }

    private int rowsBehind(String query) {
        Map<String, String> values = new HashMap<>();
        for (var part : query.split("&", -1)) {
            var pair = part.split("=", 2);
            values.put(pair[0], pair[1]);
        }
        var day = values.get("day");
        var source = values.get("source");
        var judgement = values.get("judgement");
        return reports.list(
                        Long.parseLong(Objects.requireNonNull(values.get("brand"))),
                        IsoWeek.read(Objects.requireNonNull(values.get("week")))
                                        instanceof IsoWeek.Read(IsoWeek week)
                                ? week
                                : WEEK,
                        Figure.findBySlug(Objects.requireNonNull(values.get("figure")))
                                .orElseThrow(),
                        new Slice(
                                day == null ? null : LocalDate.parse(day),
                                source == null ? null : Long.valueOf(source),
                                judgement == null ? null : Judgement.valueOf(judgement),
                                values.get("reason"),
                                values.get("language")),
                        0)
                .total();
    }

    /// The body as it stands on the page, with its links.
    private static String page(WeeklyReport report) {
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "report/body.jte",
                        Map.of(
                                "report",
                                report,
                                "charts",
                                WeeklyCharts.of(report),
                                "links",
                                new ReportLinks(report.brand().id(), report.span().week(), true)),
                        output);
        return output.toString();
    }

    private static String[] svgs(String html) {
        return Pattern.compile("<svg class=\"chart\".*?</svg>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .toArray(String[]::new);
    }

    private static boolean wellFormed(String xml) {
        try {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
            return true;
        } catch (Exception e) {
            throw new AssertionError(xml, e);
        }
    }

    private static String resource(String name) throws IOException {
        try (var content = WeeklyReportFileTest.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(content).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

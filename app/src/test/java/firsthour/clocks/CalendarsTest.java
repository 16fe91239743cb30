package firsthour.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import firsthour.clocks.CalendarDraft.FeedDraft;
import firsthour.time.ControlledTime;
import firsthour.triage.Stage;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false, startApplication = false)
@Property(name = "controlled.time", value = "true")
@Property(name = "firsthour.allowed-hosts", value = "127.0.0.1")
class CalendarsTest {
    private static final long MIRA = 13;
    private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n";
    private static final String TAIL = "END:VCALENDAR\r\n";

    private final Calendars calendars;
    private final CalendarChanges changes;
    private final HolidayRefresh refresh;
    private final Stage stage;
    private final ControlledTime time;
    private HttpServer server;
    private volatile String answer = HEAD + TAIL;
    private volatile int status = 200;

    CalendarsTest(
            Calendars calendars,
            CalendarChanges changes,
            HolidayRefresh refresh,
            Stage stage,
            ControlledTime time)
            throws IOException {
        this.calendars = calendars;
        this.changes = changes;
        this.refresh = refresh;
        this.stage = stage;
        this.time = time;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        stage.reset();
        server.createContext(
                "/",
                exchange -> {
                    var bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/calendar");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var id =
                saved(
                        changes.add(
                                draft().with(
                                                "closures",
                                                "2026-12-24 Christmas Eve\n2026-12-28 to 2026-12-31 Stocktaking")
                                        .with("monday", "9:00-12:30, 13:30-18.00")
                                        .with("sunday", "22:00-24:00")
                                        .build(),
                                MIRA));
        var calendar = calendars.find(id).orElseThrow();
        assertThat(calendar.number()).isEqualTo(1);
        assertThat(calendar.hoursOn(DayOfWeek.MONDAY)).isEqualTo("09:00-12:30, 13:30-18:00");
        assertThat(calendar.hoursOn(DayOfWeek.SUNDAY)).isEqualTo("22:00-24:00");
        assertThat(calendar.hoursOn(DayOfWeek.SATURDAY)).isEmpty();
        assertThat(calendar.closures())
                .isEqualTo("2026-12-24 Christmas Eve\n2026-12-28 to 2026-12-31 Stocktaking");
        assertThat(stage.column("SELECT type FROM event_log")).containsExactly("CalendarChanged");
    }

    @Test
    void publicHolidaysOfARegionAreDaysOff() {
        var bavaria = saved(changes.add(draft().with("country", "de-by").build(), MIRA));
        assertThat(names(bavaria))
                .containsEntry(LocalDate.parse("2026-12-25"), "1st Christmas day")
                .containsEntry(LocalDate.parse("2027-01-06"), "Epiphany");
        var germany =
                saved(
                        changes.add(
                                draft().with("country", "de").with("name", "Berlin").build(),
                                MIRA));
        assertThat(names(germany)).doesNotContainKey(LocalDate.parse("2027-01-06"));
    }

    @Test
    void aNewYearOfHolidaysIsANewVersionAndSoIsNothingElse() {
        var id = saved(changes.add(draft().with("country", "de").build(), MIRA));
        assertThat(refresh.sweep()).isZero();
        time.set(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(refresh.sweep()).isEqualTo(1);
        assertThat(refresh.sweep()).isZero();
        assertThat(calendars.find(id).orElseThrow().number()).isEqualTo(2);
        assertThat(names(id)).containsKey(LocalDate.parse("2029-12-25"));
    }

    @Test
    void aFeedGivesWholeDaysAndRepeatsThem() {
        answer =
                HEAD
                        + "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nTZURL:http://127.0.0.1:1/never\r\n"
                        + "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\n"
                        + "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                        + event("DTSTART;VALUE=DATE:20200301\r\nRRULE:FREQ=YEARLY", "Founders' day")
                        + event(
                                "DTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20261224",
                                "Team days")
                        + event(
                                "DTSTART;TZID=Europe/Berlin:20261130T100000\r\nDTEND;TZID=Europe/Berlin:20261130T110000",
                                "A meeting")
                        + event("DTSTART;VALUE=DATE:20261201\r\nSTATUS:CANCELLED", "Called off")
                        + event("DTSTART;VALUE=DATE:20261202\r\nRRULE:FREQ=SECONDLY", "A bomb")
                        + TAIL;
        var id = saved(changes.add(draft().with(at("/holidays.ics")).build(), MIRA));
        assertThat(refresh.sweep()).isEqualTo(1);
        assertThat(names(id))
                .containsOnly(
                        Map.entry(LocalDate.parse("2025-03-01"), "Founders' day"),
                        Map.entry(LocalDate.parse("2026-03-01"), "Founders' day"),
                        Map.entry(LocalDate.parse("2027-03-01"), "Founders' day"),
                        Map.entry(LocalDate.parse("2028-03-01"), "Founders' day"),
                        Map.entry(LocalDate.parse("2026-12-21"), "Team days"),
                        Map.entry(LocalDate.parse("2026-12-22"), "Team days"),
                        Map.entry(LocalDate.parse("2026-12-23"), "Team days"));
        assertThat(calendars.find(id).orElseThrow().feed())
                .satisfies(feed -> {
                    assertThat(feed.checkedAt()).contains(time.now());
                    assertThat(feed.trouble()).isEmpty();
                });
        assertThat(stage.one("SELECT feed_sealed FROM calendar")).doesNotContain("holidays.ics");
    }

    @Test
    void aFeedThatIsDownChangesNothingAndIsTold() {
        answer = HEAD + event("DTSTART;VALUE=DATE:20261221", "Team day") + TAIL;
        var id = saved(changes.add(draft().with(at("/")).build(), MIRA));
        refresh.sweep();
        status = 503;
        time.set(Instant.parse("2026-11-17T12:20:00Z"));
        assertThat(refresh.sweep()).isZero();
        var calendar = calendars.find(id).orElseThrow();
        assertThat(calendar.number()).isEqualTo(2);
        assertThat(names(id)).containsOnlyKeys(LocalDate.parse("2026-12-21"));
        assertThat(calendar.feed().trouble())
                .contains("127.0.0.1 answered 503 instead of a calendar.");

        status = 200;
        time.set(Instant.parse("2026-11-18T12:20:00Z"));
        refresh.sweep();
        assertThat(calendars.find(id).orElseThrow().feed().trouble()).isEmpty();
    }

    @Test
    void aFeedThatClosesMostOfTheYearIsNotBelieved() {
        answer =
                HEAD
                        + event("DTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=DAILY;COUNT=200", "Oops")
                        + TAIL;
        var id = saved(changes.add(draft().with(at("/")).build(), MIRA));
        refresh.sweep();
        assertThat(names(id)).isEmpty();
        assertThat(calendars.find(id).orElseThrow().feed().trouble().orElseThrow())
                .startsWith("The feed names 200 days off in the coming year");
    }

    @Test
    void whatIsNoCalendarIsTold() {
        answer = "<!doctype html><title>Sign in</title>";
        var id = saved(changes.add(draft().with(at("/")).build(), MIRA));
        refresh.sweep();
        assertThat(calendars.find(id).orElseThrow().feed().trouble().orElseThrow())
                .startsWith("That is a web page and no iCalendar feed.");
        answer =
                HEAD
                        + IntStream.range(0, 5001)
                                .mapToObj(i -> event("DTSTART;VALUE=DATE:20261221", "x"))
                                .collect(Collectors.joining())
                        + TAIL;
        refresh.ask(id);
        assertThat(calendars.find(id).orElseThrow().feed().trouble().orElseThrow())
                .startsWith("The feed has 5,001 events");
        answer = "BEGIN:NONSENSE";
        refresh.ask(id);
        assertThat(calendars.find(id).orElseThrow().feed().trouble().orElseThrow())
                .isEqualTo("That cannot be read as an iCalendar feed.");
        assertThat(names(id)).isEmpty();
    }

    @Test
    void aFeedThatIsGivenUpTakesItsDaysAlong() {
        answer = HEAD + event("DTSTART;VALUE=DATE:20261221", "Team day") + TAIL;
        var id = saved(changes.add(draft().with(at("/")).build(), MIRA));
        refresh.sweep();
        saved(changes.change(id, 2, draft().build(), MIRA));
        assertThat(names(id)).containsKey(LocalDate.parse("2026-12-21"));
        status = 503;
        refresh.ask(id);
        assertThat(calendars.find(id).orElseThrow().feed().trouble()).isPresent();
        saved(changes.change(id, 3, draft().with(new FeedDraft.None()).build(), MIRA));
        assertThat(names(id)).isEmpty();
        assertThat(calendars.find(id).orElseThrow().feed())
                .isEqualTo(new Calendar.Feed(false, Optional.empty(), Optional.empty()));
    }

    @Test
    void whoSawAnOlderVersionIsTurnedDown() {
        var id = saved(changes.add(draft().build(), MIRA));
        saved(changes.change(id, 1, draft().with("monday", "10:00-11:00").build(), MIRA));
        assertThat(changes.change(id, 1, draft().build(), MIRA))
                .isEqualTo(new CalendarSaving.Stale());
        assertThat(calendars.find(id).orElseThrow().hoursOn(DayOfWeek.MONDAY))
                .isEqualTo("10:00-11:00");
    }

    @Test
    void whatCannotBeReadIsRefusedAtItsField() {
        saved(changes.add(draft().build(), MIRA));
        refused(draft(), "name", "There is a calendar of this name already");
        refused(draft().with("name", " "), "name", "Give it a name");
        refused(draft().with("zone", "Berlin"), "zone", "The time zone “Berlin” is not known");
        for (var hours :
                new String[] {
                    "9-17",
                    "09:00-08:00",
                    "13:00-17:00, 09:00-12:00",
                    "09:00-24:01",
                    "09:00-09:60",
                    "09:00-12:00, 11:00-13:00"
                }) {
            refused(draft().with("tuesday", hours), "tuesday", "The hours of Tuesday");
        }
        refused(draft().with("country", "xx"), "country", "The public holidays of “xx”");
        refused(draft().with("closures", "24.12.2026"), "closures", "“24.12.2026” is no date");
        refused(draft().with("closures", "2026-02-30 x"), "closures", "“2026-02-30 x” is no date");
        refused(
                draft().with("closures", "2026-12-24 to 2026-12-20"),
                "closures",
                "“2026-12-24 to 2026-12-20” ends before");
        refused(
                draft().with("closures", "2026-01-01 to 2036-01-01 long"),
                "closures",
                "Those are more than 1,000 days");
        refused(
                draft().with(new FeedDraft.At("webcal://example.org/x.ics")),
                "feed",
                "That is no web address");
        var closed = draft();
        for (var day : DayOfWeek.values()) {
            closed.with(day.name().toLowerCase(Locale.ROOT), "");
        }
        refused(closed, "monday", "Nobody is ever there");
        assertThat(calendars.list()).hasSize(1);
    }

    private FeedDraft at(String path) {
        return new FeedDraft.At("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    void namesMayHoldEmojiByWhichTheyAreToldApart() {
        saved(changes.add(draft().with("name", "Hotline 🦉").build(), MIRA));
        saved(changes.add(draft().with("name", "Hotline 🦊").build(), MIRA));
        assertThat(changes.add(draft().with("name", "hotline 🦉").build(), MIRA))
                .isInstanceOf(CalendarSaving.Refused.class);
        assertThat(calendars.list())
                .extracting(Calendar::name)
                .contains("Hotline 🦉", "Hotline 🦊");
    }

    private Map<LocalDate, String> names(long id) {
        return calendars.find(id).orElseThrow().hours().daysOff();
    }

    private static String event(String dates, String name) {
        return "BEGIN:VEVENT\r\nUID:"
                + name.hashCode()
                + dates.hashCode()
                + "\r\nDTSTAMP:20260101T000000Z\r\n"
                + dates
                + "\r\nSUMMARY:"
                + name
                + "\r\nEND:VEVENT\r\n";
    }

    private static long saved(CalendarSaving saving) {
        assertThat(saving).isInstanceOf(CalendarSaving.Saved.class);
        return ((CalendarSaving.Saved) saving).calendarId();
    }

    private void refused(Typed typed, String field, String begins) {
        var named =
                "Desk".equals(typed.values.get("name")) && !field.equals("name")
                        ? typed.with("name", "Another desk")
                        : typed;
        assertThat(changes.add(named.build(), MIRA))
                .isInstanceOfSatisfying(
                        CalendarSaving.Refused.class,
                        refused -> {
                            assertThat(refused.field()).isEqualTo(field);
                            assertThat(refused.message()).startsWith(begins);
                        });
    }

    private static Typed draft() {
        return new Typed();
    }

    /// A calendar as it is typed.
    private static final class Typed {
        private final Map<String, String> values =
                new HashMap<>(
                        Map.of(
                                "name",
                                "Desk",
                                "zone",
                                "Europe/Berlin",
                                "country",
                                "",
                                "closures",
                                "",
                                "tuesday",
                                "09:00-17:00"));
        private FeedDraft feed = new FeedDraft.Kept();

        Typed with(String field, String value) {
            values.put(field, value);
            return this;
        }

        Typed with(FeedDraft other) {
            feed = other;
            return this;
        }

        CalendarDraft build() {
            var week = new HashMap<DayOfWeek, String>();
            for (var day : DayOfWeek.values()) {
                week.put(day, values.getOrDefault(day.name().toLowerCase(Locale.ROOT), ""));
            }
            return new CalendarDraft(
                    get("name"), get("zone"), week, get("country"), get("closures"), feed);
        }

        private String get(String field) {
            return values.getOrDefault(field, "");
        }
    }
}

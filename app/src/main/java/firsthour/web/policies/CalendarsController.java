package firsthour.web.policies;

import static firsthour.language.Texts.t;

import firsthour.clocks.Calendar;
import firsthour.clocks.CalendarChanges;
import firsthour.clocks.CalendarSaving;
import firsthour.clocks.Calendars;
import firsthour.clocks.HolidayRefresh;
import firsthour.language.RefusalWords;
import firsthour.security.Roles;
import firsthour.security.SignedIn;
import firsthour.web.shell.FormErrors;
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
import java.util.Map;

/// When people are there to answer.
@Controller("/brands/calendars")
@Secured(Roles.MANAGER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarsController {
    private static final String FORM = "policies/calendar";
    private static final String LIST = "/brands/calendars";

    private final Calendars calendars;
    private final CalendarChanges changes;
    private final HolidayRefresh refresh;
    private final CalendarViews views;
    private final Pages pages;

    CalendarsController(
            Calendars calendars,
            CalendarChanges changes,
            HolidayRefresh refresh,
            CalendarViews views,
            Pages pages) {
        this.calendars = calendars;
        this.changes = changes;
        this.refresh = refresh;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @Secured(Roles.VIEWER_OR_ABOVE)
    @View("policies/calendars")
    CalendarsView list() {
        return views.list();
    }

    @Get("/new")
    @View(FORM)
    CalendarView add(SignedIn reader) {
        return views.blank(CalendarFields.blank(reader.zone().getId()), FormErrors.NONE);
    }

    @Get("/{id}")
    @View(FORM)
    CalendarView one(long id) {
        var calendar = calendar(id);
        return views.one(calendar, CalendarFields.of(calendar), FormErrors.NONE);
    }

    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(@Body Map<String, String> form, SignedIn reader) {
        var typed = new CalendarFields(form);
        return switch (changes.add(typed.draft(), reader.memberId())) {
            case CalendarSaving.Saved(long id) -> saved(id, typed);
            case CalendarSaving.Stale _ ->
                    throw new IllegalStateException("A new calendar cannot be out of date");
            case CalendarSaving.Refused(String field, String message) ->
                    Pages.again(FORM, views.blank(typed, FormErrors.of(field, message)));
        };
    }

    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(long id, @Body Map<String, String> form, SignedIn reader) {
        var typed = new CalendarFields(form);
        var calendar = calendar(id);
        return switch (changes.change(id, number(typed), typed.draft(), reader.memberId())) {
            case CalendarSaving.Saved(long _) -> saved(id, typed);
            case CalendarSaving.Stale _ ->
                    again(
                            calendar,
                            typed,
                            "name",
                            t(
                                    "Somebody, or new holidays, changed it meanwhile. Nothing of yours was saved: look at it, then save it again."));
            case CalendarSaving.Refused(String field, String message) ->
                    again(calendar, typed, field, message);
        };
    }

    /// Asks the feed at once: who has just given it wants to see what it brings.
    private HttpResponse<?> saved(long id, CalendarFields typed) {
        if (!typed.at("feed").isEmpty()) {
            refresh.ask(id);
        }
        var trouble = calendar(id).feed().trouble();
        return trouble.isPresent()
                ? pages.seeOther(
                        LIST + "/" + id,
                        Notice.problem(
                                t(
                                        "Saved, but its feed gave nothing: {0}",
                                        RefusalWords.say(trouble.get()))))
                : pages.seeOther(
                        LIST,
                        Notice.done(
                                t(
                                        "“{0}” is saved. Clocks that run keep the hours under which they started.",
                                        typed.at("name"))));
    }

    private HttpResponse<?> again(
            Calendar calendar, CalendarFields typed, String field, String message) {
        return Pages.again(FORM, views.one(calendar, typed, FormErrors.of(field, message)));
    }

    private static int number(CalendarFields typed) {
        try {
            return Integer.parseInt(typed.at("number"));
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private Calendar calendar(long id) {
        return calendars
                .find(id)
                .orElseThrow(
                        () -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such calendar"));
    }
}

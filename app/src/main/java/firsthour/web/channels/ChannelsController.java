package firsthour.web.channels;

import static firsthour.language.Texts.t;

import firsthour.alerts.AlertRules;
import firsthour.delivery.Channels;
import firsthour.delivery.Deliveries;
import firsthour.delivery.Deliveries.TestResult;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Where alerts go. Whoever knows a channel's address can post there, so admins alone handle it.
@Controller("/channels")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class ChannelsController {
    private static final String VIEW = "channels/channels";
    private static final String PAGE = "/channels";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Channels channels;
    private final AlertRules rules;
    private final Deliveries deliveries;
    private final ChannelViews views;
    private final Pages pages;

    ChannelsController(
            Channels channels,
            AlertRules rules,
            Deliveries deliveries,
            ChannelViews views,
            Pages pages) {
        this.channels = channels;
        this.rules = rules;
        this.deliveries = deliveries;
        this.views = views;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    ChannelsView list(@QueryValue(defaultValue = "0") long channel) {
        return views.page(channel, ChannelForm.empty(), FormErrors.NONE);
    }

    @Post
    @Secured(Roles.ADMIN)
    HttpResponse<?> add(@Body ChannelForm form) {
        var priority = priority(form.minPriority());
        if (priority.isEmpty()) {
            return again(
                    form,
                    "minPriority",
                    t("A priority is a number from 0 to {0}.", AlertRules.HIGHEST_PRIORITY));
        }
        var name = Pages.text(form.name());
        var address = Pages.text(form.address());
        return switch (rules.addSlack(name, address, priority.getAsInt(), brand(form.brand()))) {
            case Channels.Added.NameTaken taken ->
                    again(form, "name", t("There is a channel of this name already."));
            case Channels.Added.Unusable unusable -> again(form, "address", unusable.reason());
            case Channels.Added.Done done -> {
                var channel = done.channel();
                yield back(
                        channels.findObstacle(channel.id())
                                .map(why ->
                                        Notice.problem(
                                                t("{0} is added, but {1}", channel.name(), why)))
                                .orElseGet(() ->
                                        Notice.done(
                                                t(
                                                        "{0} is added. A test message shows whether alerts arrive.",
                                                        channel.name()))));
            }
        };
    }

    @Post("/{id}/address")
    @Secured(Roles.ADMIN)
    HttpResponse<?> changeAddress(long id, @Nullable String address) {
        exists(channels.find(id).isPresent());
        return back(
                channels.changeAddress(id, Pages.text(address))
                        .map(reason ->
                                Notice.problem(reason + " " + t("The old address was kept.")))
                        .orElseGet(() ->
                                Notice.done(t("The address is changed; what waits goes there."))));
    }

    @Post("/{id}/enable")
    @Secured(Roles.ADMIN)
    HttpResponse<?> enable(long id) {
        exists(channels.enable(id));
        return back(
                Notice.done(t("The channel is on; what waits goes out, one message a second.")));
    }

    @Post("/{id}/disable")
    @Secured(Roles.ADMIN)
    HttpResponse<?> disable(long id) {
        exists(channels.disable(id));
        return back(
                Notice.done(t("The channel is off; what waits is kept."))
                        .withUndo(PAGE + "/" + id + "/enable"));
    }

    @Post("/{id}/remove")
    @Secured(Roles.ADMIN)
    HttpResponse<?> remove(long id) {
        exists(channels.remove(id));
        return back(Notice.done(t("The channel is removed with its rules and its log.")));
    }

    @Post("/{id}/test")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> test(long id, SignedIn reader) throws InterruptedException {
        return back(
                switch (deliveries.test(id)) {
                    case TestResult.Taken taken ->
                            Notice.done(t("The test message was taken: {0}.", taken.answer()));
                    case TestResult.Refused refused ->
                            Notice.problem(
                                    t("The test message was not taken: {0}", refused.answer()));
                    case TestResult.Resting resting ->
                            Notice.problem(
                                    t(
                                            "Nothing was sent: the channel rests until {0}. Try again then.",
                                            TIME.format(resting.until().atZone(reader.zone()))));
                    case TestResult.NoSuchChannel gone ->
                            Notice.problem(t("That channel is gone. Nothing was sent."));
                });
    }

    @Post("/rules/{id}")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> changeRule(long id, @Body RuleForm form) {
        var priority = priority(form.minPriority());
        if (priority.isEmpty()) {
            return back(
                    Notice.problem(
                            t(
                                    "A priority is a number from 0 to {0}. The rule stays as it was.",
                                    AlertRules.HIGHEST_PRIORITY)));
        }
        exists(rules.change(id, form.enabled() != null, priority.getAsInt(), brand(form.brand())));
        return back(Notice.done(t("The rule is saved; it holds for what happens from now on.")));
    }

    @Post("/deliveries/{id}/again")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> sendAgain(long id) {
        return back(
                deliveries.sendAgain(id)
                        ? Notice.done(t("It is sent again in a moment."))
                        : Notice.problem(t("It was not given up; nothing was changed.")));
    }

    private static void exists(boolean found) {
        if (!found) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "No such channel or rule");
        }
    }

    private HttpResponse<?> back(Notice notice) {
        return pages.seeOther(PAGE, notice);
    }

    private HttpResponse<?> again(ChannelForm form, String field, String message) {
        var errors = FormErrors.of(field, message);
        return Pages.again(VIEW, views.page(0, form.withoutSecret(), errors));
    }

    private static OptionalInt priority(@Nullable String typed) {
        if (typed == null || !typed.strip().matches("\\d{1,3}")) {
            return OptionalInt.empty();
        }
        var priority = Integer.parseInt(typed.strip());
        return priority > AlertRules.HIGHEST_PRIORITY
                ? OptionalInt.empty()
                : OptionalInt.of(priority);
    }

    private static @Nullable Long brand(@Nullable Long chosen) {
        return chosen == null || chosen == 0 ? null : chosen;
    }
}

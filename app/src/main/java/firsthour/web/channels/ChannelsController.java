package firsthour.web.channels;

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
                    "A priority is a number from 0 to " + AlertRules.HIGHEST_PRIORITY + ".");
        }
        var name = Pages.text(form.name());
        var address = Pages.text(form.address());
        return switch (rules.addSlack(name, address, priority.getAsInt(), brand(form.brand()))) {
            case Channels.Added.NameTaken taken ->
                    again(form, "name", "There is a channel of this name already.");
            case Channels.Added.Unusable unusable -> again(form, "address", unusable.reason());
            case Channels.Added.Done done -> {
                var channel = done.channel();
                yield back(
                        channels.findObstacle(channel.id())
                                .map(why ->
                                        Notice.problem(channel.name() + " is added, but " + why))
                                .orElseGet(() ->
                                        Notice.done(
                                                channel.name()
                                                        + " is added. A test message shows whether alerts arrive.")));
            }
        };
    }

    @Post("/{id}/address")
    @Secured(Roles.ADMIN)
    HttpResponse<?> changeAddress(long id, @Nullable String address) {
        exists(channels.find(id).isPresent());
        return back(
                channels.changeAddress(id, Pages.text(address))
                        .map(reason -> Notice.problem(reason + " The old address was kept."))
                        .orElseGet(() ->
                                Notice.done("The address is changed; what waits goes there.")));
    }

    @Post("/{id}/enable")
    @Secured(Roles.ADMIN)
    HttpResponse<?> enable(long id) {
        exists(channels.enable(id));
        return back(Notice.done("The channel is on; what waits goes out, one message a second."));
    }

    @Post("/{id}/disable")
    @Secured(Roles.ADMIN)
    HttpResponse<?> disable(long id) {
        exists(channels.disable(id));
        return back(
                Notice.done("The channel is off; what waits is kept.")
                        .withUndo(PAGE + "/" + id + "/enable"));
    }

    @Post("/{id}/remove")
    @Secured(Roles.ADMIN)
    HttpResponse<?> remove(long id) {
        exists(channels.remove(id));
        return back(Notice.done("The channel is removed with its rules and its log."));
    }

    @Post("/{id}/test")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> test(long id, SignedIn reader) throws InterruptedException {
        return back(
                switch (deliveries.test(id)) {
                    case TestResult.Taken taken ->
                            Notice.done("The test message was taken: " + taken.answer() + ".");
                    case TestResult.Refused refused ->
                            Notice.problem("The test message was not taken: " + refused.answer());
                    case TestResult.Resting resting ->
                            Notice.problem(
                                    "Nothing was sent: the channel rests until "
                                            + TIME.format(resting.until().atZone(reader.zone()))
                                            + ". Try again then.");
                    case TestResult.NoSuchChannel gone ->
                            Notice.problem("That channel is gone. Nothing was sent.");
                });
    }

    @Post("/rules/{id}")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> changeRule(long id, @Body RuleForm form) {
        var priority = priority(form.minPriority());
        if (priority.isEmpty()) {
            return back(
                    Notice.problem(
                            "A priority is a number from 0 to "
                                    + AlertRules.HIGHEST_PRIORITY
                                    + ". The rule stays as it was."));
        }
        exists(rules.change(id, form.enabled() != null, priority.getAsInt(), brand(form.brand())));
        return back(Notice.done("The rule is saved; it holds for what happens from now on."));
    }

    @Post("/deliveries/{id}/again")
    @Secured(Roles.MANAGER_OR_ABOVE)
    HttpResponse<?> sendAgain(long id) {
        return back(
                deliveries.sendAgain(id)
                        ? Notice.done("It is sent again in a moment.")
                        : Notice.problem("It was not given up; nothing was changed."));
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

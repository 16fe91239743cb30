package firsthour.web.network;

import static firsthour.language.Texts.t;

import firsthour.security.AllowedHosts;
import firsthour.security.Roles;
import firsthour.web.network.NetworkView.Host;
import firsthour.web.shell.FormErrors;
import firsthour.web.shell.Notice;
import firsthour.web.shell.Pages;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.View;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Controller("/team/network")
@Secured(Roles.ADMIN)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
final class NetworkController {
    private static final String VIEW = "network/network";

    private final AllowedHosts hosts;
    private final Pages pages;

    NetworkController(AllowedHosts hosts, Pages pages) {
        this.hosts = hosts;
        this.pages = pages;
    }

    @Get
    @View(VIEW)
    NetworkView show() {
        return view("", FormErrors.NONE);
    }

    @Post
    HttpResponse<?> add(@Nullable String host) {
        var typed = Objects.requireNonNullElse(host, "");
        var problem = hosts.add(typed);
        return problem.isPresent()
                ? Pages.again(VIEW, view(typed, FormErrors.of("host", problem.get())))
                : pages.seeOther(
                        "/team/network", Notice.done(t("{0} may be reached now.", typed.strip())));
    }

    @Post("/remove")
    HttpResponse<?> remove(@Nullable String host) {
        var named = Objects.requireNonNullElse(host, "");
        hosts.remove(named);
        return pages.seeOther(
                "/team/network", Notice.done(t("{0} may not be reached any more.", named)));
    }

    private NetworkView view(String typed, FormErrors errors) {
        var added = hosts.list().stream().map(host -> new Host(host.host(), host.addedAt()));
        return new NetworkView(hosts.listFixed(), added.toList(), typed, errors);
    }
}

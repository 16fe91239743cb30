package firsthour.web.shell;

import static firsthour.language.Texts.t;

import firsthour.security.LocalPath;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;

/// What an error is called: what happened, what was kept, what to do.
final class ProblemWords {
    private ProblemWords() {}

    /// @param staleForm whether a form's token was refused
    static ProblemView of(int code, HttpRequest<?> request, boolean staleForm) {
        if (staleForm) {
            return view(
                    code,
                    request,
                    t("This form was open too long"),
                    t("Nothing was changed."),
                    t("Go back, copy what you typed, load the page again and send it once more."),
                    false);
        }
        return switch (code) {
            case 401 ->
                    view(
                            code,
                            request,
                            t("You are not signed in"),
                            "",
                            t("Sign in and try again."),
                            false);
            case 403 ->
                    view(
                            code,
                            request,
                            t("Your role does not allow this"),
                            t("Nothing was changed."),
                            t("An admin can give you another role on the team page."),
                            false);
            case 404 ->
                    view(
                            code,
                            request,
                            t("There is no such page"),
                            "",
                            t("The link may be old, or what it led to is gone."),
                            false);
            case 409 ->
                    view(
                            code,
                            request,
                            t("Somebody else was faster"),
                            t("Your change was not made."),
                            t("Go back, load the page again and see how it stands now."),
                            false);
            case 413 ->
                    view(
                            code,
                            request,
                            t("That was too much at once"),
                            t("Nothing was changed."),
                            t("Send less, or use the import on the command line."),
                            false);
            case 503 ->
                    view(
                            code,
                            request,
                            t("The database is away"),
                            t(
                                    "Nothing is lost: posts wait where they are and clocks keep their deadlines."),
                            t(
                                    "Try again in a minute. If it stays away, tell whoever runs Firsthour."),
                            true);
            default ->
                    code >= 500
                            ? view(
                                    code,
                                    request,
                                    t("Something went wrong on our side"),
                                    t(
                                            "What was stored before is safe; this one step was not done."),
                                    t(
                                            "Try again. If it happens twice, tell whoever runs Firsthour: the log has the details."),
                                    true)
                            : view(
                                    code,
                                    request,
                                    t("This request could not be understood"),
                                    t("Nothing was changed."),
                                    t("Go back, load the page again and try once more."),
                                    false);
        };
    }

    /// What was merely asked for is asked for again by a link, and its refusal need not say that it
    /// changed nothing.
    private static ProblemView view(
            int code,
            HttpRequest<?> request,
            String title,
            String kept,
            String next,
            boolean retry) {
        boolean asked = request.getMethod() == HttpMethod.GET;
        return new ProblemView(
                code,
                title,
                asked && code < 500 ? "" : kept,
                next,
                retry && asked,
                LocalPath.orHome(request.getUri().toString()));
    }
}

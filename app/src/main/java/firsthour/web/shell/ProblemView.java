package firsthour.web.shell;

import io.micronaut.core.annotation.Introspected;

/// An error page.
///
/// @param code the status of the answer
/// @param title what happened
/// @param kept what was kept or lost; empty when nothing was at stake
/// @param next what to do
/// @param retry whether asking again makes sense
/// @param address that was asked for
@Introspected
public record ProblemView(
        int code, String title, String kept, String next, boolean retry, String address) {

    /// All of it in one line, for scripts and live regions.
    String sentence() {
        return kept.isEmpty() ? title + ". " + next : title + ". " + kept + " " + next;
    }
}

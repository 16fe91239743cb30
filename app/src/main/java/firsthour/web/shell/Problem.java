package firsthour.web.shell;

import java.util.List;

/// What scripts get where people get an error page.
///
/// @param message what happened, what was kept, what to do
/// @param details what was wrong with the request, one sentence each; mostly empty
record Problem(String message, List<String> details) {}

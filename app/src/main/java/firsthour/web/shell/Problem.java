package firsthour.web.shell;

import java.util.List;

/// What scripts get where people get an error page (RFC 9457). Its type is the one that needs no
/// name.
///
/// @param title the status in words
/// @param detail what happened, what was kept, what to do
/// @param errors what was wrong with the request, one sentence each; mostly empty
record Problem(String title, int status, String detail, List<String> errors) {}

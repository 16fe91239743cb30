package firsthour.web.demo;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The played chat, or what came to it since it was read.
///
/// @param newest the number of the newest message; 0 while there is none
/// @param waiting alerts that are still on their way
/// @param messages newest first
@Introspected
public record ChatView(long newest, long waiting, List<Message> messages) {

    /// One message.
    public record Message(Instant at, List<Part> parts) {}

    /// A part of a message.
    ///
    /// @param kind header, text, small or button
    /// @param link where a button leads; null for other parts
    public record Part(String kind, String text, @Nullable String link, List<Line> lines) {}

    /// A line of text.
    public record Line(boolean quoted, List<Span> spans) {}

    /// Words of one look.
    public record Span(String text, boolean bold, boolean italic, @Nullable String link) {}
}

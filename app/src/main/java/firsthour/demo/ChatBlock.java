package firsthour.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a message, read from the blocks that Slack is sent.
public sealed interface ChatBlock {

    /// One line, large.
    record Header(String text) implements ChatBlock {}

    /// Lines of text.
    ///
    /// @param small whether it is a context block
    record Text(List<Line> lines, boolean small) implements ChatBlock {}

    /// A link that stands out.
    ///
    /// @param address leads to the web
    record Button(String label, String address) implements ChatBlock {}

    /// A line in spans.
    ///
    /// @param quoted whether it is marked as a quotation
    record Line(boolean quoted, List<Span> spans) {}

    /// Words of one look.
    ///
    /// @param link where they lead; null where they are no link
    record Span(String text, boolean bold, boolean italic, @Nullable String link) {}

    /// Reads the blocks that our alerts use; others are left out.
    static List<ChatBlock> read(JsonNode blocks) {
        var read = new ArrayList<ChatBlock>();
        for (var block : blocks) {
            switch (block.path("type").asText()) {
                case "header" -> read.add(new Header(block.path("text").path("text").asText()));
                case "section" ->
                        read.add(
                                new Text(
                                        ChatMarkup.lines(block.path("text").path("text").asText()),
                                        false));
                case "context" ->
                        block.path("elements")
                                .forEach(element ->
                                        read.add(
                                                new Text(
                                                        ChatMarkup.lines(
                                                                element.path("text").asText()),
                                                        true)));
                case "actions" ->
                        block.path("elements").forEach(element -> addButton(read, element));
                default -> {
                    // Alerts use no other.
                }
            }
        }
        return read;
    }

    private static void addButton(List<ChatBlock> read, JsonNode element) {
        var address = element.path("url").asText();
        if (ChatMarkup.leadsToTheWeb(address)) {
            read.add(new Button(element.path("text").path("text").asText(), address));
        }
    }
}

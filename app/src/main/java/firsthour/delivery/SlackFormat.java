package firsthour.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes a message as Slack's blocks (docs.slack.dev/reference/block-kit/blocks), within its
/// limits: 150 characters in a header, 3000 in a section, 75 on a button, 3000 in an address, 50
/// blocks, about 13,000 characters in all.
@Singleton
final class SlackFormat {
    private static final int HEADER = 150;
    private static final int LINE = 300;
    private static final int MOST_REASONS = 8;
    private static final int QUOTE = 1200;
    private static final int BUTTON = 75;
    private static final int ADDRESS = 3000;
    private static final String REPEAT =
            "_You may have read this before: an earlier attempt to send it ended without an"
                    + " answer._";

    private final ObjectMapper json;

    SlackFormat(ObjectMapper json) {
        this.json = json;
    }

    /// The body of the request.
    ///
    /// @param repeat whether the channel may already have received this message
    String write(Message message, boolean repeat) {
        var body = json.createObjectNode();
        body.put("text", notice(message));
        // Nobody but the reader follows a link out of a post.
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        var blocks = body.putArray("blocks");
        blocks.addObject()
                .put("type", "header")
                .putObject("text")
                .put("type", "plain_text")
                .put("text", Mrkdwn.plain(message.headline(), HEADER));
        section(blocks, repeat ? REPEAT : "");
        section(blocks, message.news() == null ? "" : bold(Mrkdwn.line(message.news(), LINE)));
        section(blocks, message.quote() == null ? "" : Mrkdwn.quote(message.quote(), QUOTE));
        section(blocks, reasons(message));
        context(blocks, message);
        if (message.button() != null) {
            button(blocks, message.button());
        }
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Blocks cannot be written", e);
        }
    }

    /// What a phone's notification shows, and channels that know no blocks.
    private static String notice(Message message) {
        var parts =
                Stream.of(
                        Mrkdwn.line(message.headline(), HEADER),
                        message.news() == null ? "" : Mrkdwn.line(message.news(), LINE),
                        message.quote() == null ? "" : Mrkdwn.quote(message.quote(), LINE),
                        message.button() == null
                                ? ""
                                : Mrkdwn.link(
                                        message.button().target(),
                                        Mrkdwn.line(message.button().label(), BUTTON),
                                        ADDRESS));
        return parts.filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String reasons(Message message) {
        return message.reasons().stream()
                .limit(MOST_REASONS)
                .map(reason -> "• " + Mrkdwn.line(reason, LINE))
                .collect(Collectors.joining("\n"));
    }

    private static void section(ArrayNode blocks, String text) {
        if (!text.isEmpty()) {
            mrkdwn(blocks.addObject().put("type", "section").putObject("text"), text);
        }
    }

    private static void context(ArrayNode blocks, Message message) {
        var about =
                message.about().stream()
                        .map(fact -> Mrkdwn.line(fact, LINE))
                        .limit(MOST_REASONS)
                        .collect(Collectors.joining(" · "));
        var link = message.post() == null ? "" : Mrkdwn.link(message.post(), "open the post", 1000);
        var text =
                Stream.of(about, link)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
        if (!text.isEmpty()) {
            var elements = blocks.addObject().put("type", "context").putArray("elements");
            mrkdwn(elements.addObject(), text);
        }
    }

    private static void button(ArrayNode blocks, Message.Button button) {
        var address = button.target().toASCIIString();
        if (address.length() <= ADDRESS) {
            var element =
                    blocks.addObject().put("type", "actions").putArray("elements").addObject();
            element.put("type", "button").put("url", address).put("style", "primary");
            element.putObject("text")
                    .put("type", "plain_text")
                    .put("text", Mrkdwn.plain(button.label(), BUTTON));
        }
    }

    private static void mrkdwn(ObjectNode text, String written) {
        // Verbatim: names and addresses in a post stay words.
        text.put("type", "mrkdwn").put("text", written).put("verbatim", true);
    }

    private static String bold(String line) {
        return "*" + line.replace("*", "") + "*";
    }
}

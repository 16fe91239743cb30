package firsthour.web.demo;

import firsthour.delivery.Channel;
import firsthour.delivery.Channels;
import firsthour.demo.ChatBlock;
import firsthour.demo.PlayedChat;
import firsthour.security.Roles;
import firsthour.web.demo.ChatView.Line;
import firsthour.web.demo.ChatView.Message;
import firsthour.web.demo.ChatView.Part;
import firsthour.web.demo.ChatView.Span;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import java.util.List;

/// Shows the alerts of the sample as they would look in a chat.
@Controller("/demo/chat")
@Secured(Roles.VIEWER_OR_ABOVE)
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "firsthour.demo", value = "true")
final class ChatController {
    private static final int MOST = 50;

    private final PlayedChat chat;
    private final Channels channels;

    ChatController(PlayedChat chat, Channels channels) {
        this.chat = chat;
        this.channels = channels;
    }

    @Get
    @View("demo/chat")
    ChatView show() {
        return since(0);
    }

    /// What is new; nothing where all of it is shown already.
    ///
    /// @param after the newest message that is shown
    /// @param waiting what is shown as being on its way
    @Get("/messages")
    HttpResponse<?> messages(@QueryValue long after, @QueryValue long waiting) {
        var view = since(after);
        return view.messages().isEmpty() && view.waiting() == waiting
                ? HttpResponse.noContent()
                : HttpResponse.ok(new ModelAndView<>("demo/news", view));
    }

    private ChatView since(long after) {
        var waiting = channels.findByName(PlayedChat.CHANNEL).map(Channel::waiting).orElse(0L);
        var all = chat.listNewest(MOST);
        var messages =
                all.stream()
                        .filter(message -> message.id() > after)
                        .map(message ->
                                new Message(
                                        message.at(),
                                        message.blocks().stream()
                                                .map(ChatController::part)
                                                .toList()))
                        .toList();
        var newest = all.isEmpty() ? 0 : all.getFirst().id();
        return new ChatView(newest, waiting, messages);
    }

    private static Part part(ChatBlock block) {
        return switch (block) {
            case ChatBlock.Header header -> new Part("header", header.text(), null, List.of());
            case ChatBlock.Button button ->
                    new Part("button", button.label(), button.address(), List.of());
            case ChatBlock.Text text ->
                    new Part(
                            text.small() ? "small" : "text",
                            "",
                            null,
                            text.lines().stream().map(ChatController::line).toList());
        };
    }

    private static Line line(ChatBlock.Line line) {
        return new Line(
                line.quoted(),
                line.spans().stream()
                        .map(span -> new Span(span.text(), span.bold(), span.italic(), span.link()))
                        .toList());
    }
}

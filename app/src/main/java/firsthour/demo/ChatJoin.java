package firsthour.demo;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/// Joins the played chat as soon as it is known where the node listens.
@Singleton
@Requires(property = "firsthour.demo", value = "true")
final class ChatJoin implements ApplicationEventListener<ServerStartupEvent> {
    private final PlayedChat chat;

    ChatJoin(PlayedChat chat) {
        this.chat = chat;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        chat.join("http://127.0.0.1:" + event.getSource().getPort());
    }
}

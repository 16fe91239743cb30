package firsthour.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import firsthour.http.NoAnswer.Why;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Takes in what comes over one connection. Netty's thread fills it; one thread empties it.
final class Inbox extends SimpleChannelInboundHandler<WebSocketFrame> {

    /// What became of the handshake.
    sealed interface Handshake {
        record Done() implements Handshake {}

        /// An answer that opens nothing.
        record Answered(HttpResponse response) implements Handshake {}

        record Failed(NoAnswer none) implements Handshake {}
    }

    private final String host;
    private final int most;
    private final CompletableFuture<Handshake> handshake = new CompletableFuture<>();
    private final BlockingQueue<Message> arrived = new LinkedBlockingQueue<>();
    private volatile long lastByte = System.nanoTime();

    /// @param host for messages
    /// @param most bytes of a message
    Inbox(String host, int most) {
        this.host = host;
        this.most = most;
    }

    /// Waits until the handshake has succeeded or failed.
    ///
    /// @param patience nanoseconds
    Handshake awaitHandshake(long patience) {
        try {
            return handshake.get(patience, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Handshake.Failed(Failures.timedOut(host));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handshake.Failed(
                    new NoAnswer(Why.INTERRUPTED, "The request to " + host + " was called off"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// @param patience nanoseconds
    @Nullable Message poll(long patience) throws InterruptedException {
        return arrived.poll(patience, TimeUnit.NANOSECONDS);
    }

    /// When the other side last sent anything, as [System#nanoTime()] counts.
    long lastByte() {
        return lastByte;
    }

    /// Nothing more comes, or the handshake came to nothing.
    void fail(Throwable error) {
        end(
                isTooLarge(error)
                        ? Failures.tooLarge(host, most)
                        : Failures.explain(error, host, handshake.isDone()));
    }

    private void end(NoAnswer why) {
        if (!handshake.complete(new Handshake.Failed(why))) {
            arrived.add(new Message.Ended(why));
        }
    }

    private static boolean isTooLarge(Throwable error) {
        return error instanceof TooLongFrameException
                || (error instanceof CorruptedWebSocketFrameException corrupted
                        && corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        arrived.add(new Message.Text(frame.content().toString(UTF_8)));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            // From here on nothing is read that nobody asked for.
            context.channel().config().setAutoRead(false);
            handshake.complete(new Handshake.Done());
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            end(Failures.timedOut(host));
        }
        super.userEventTriggered(context, event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        fail(error);
        ChannelFuture _ = context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end(new NoAnswer(Why.BROKEN, host + " closed the connection"));
    }

    /// Notes when bytes come, before anybody looks at them.
    final class Pulse extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) throws Exception {
            lastByte = System.nanoTime();
            super.channelRead(context, bytes);
        }
    }

    /// Lets only an answer through that opens the web socket.
    final class Doorkeeper extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object part) throws Exception {
            if (part instanceof HttpResponse response && response.decoderResult().isFailure()) {
                fail(response.decoderResult().cause());
            } else if (part instanceof HttpResponse response
                    && !response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS)) {
                handshake.complete(new Handshake.Answered(response));
                ChannelFuture _ = context.close();
            }
            if (handshake.getNow(null) instanceof Handshake.Answered) {
                ReferenceCountUtil.release(part);
            } else {
                super.channelRead(context, part);
            }
        }
    }
}

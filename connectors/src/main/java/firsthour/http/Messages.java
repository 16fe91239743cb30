package firsthour.http;

import firsthour.http.NoAnswer.Why;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The messages of an open web socket, one by one, for one thread. They are read from the network
/// only when they are asked for: somebody slow makes the other side wait, and never holds more than
/// what one read brings.
public final class Messages implements AutoCloseable {
    private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(250);

    private final Channel channel;
    private final EventLoopGroup loop;
    private final Inbox inbox;
    private final String host;
    private final long silence;
    private long waitingSince = System.nanoTime();
    private long pingedAt = waitingSince;
    private boolean waits;
    private Message.@Nullable Ended ended;

    /// @param silence without a byte from the other side while we wait, half of it before we ask
    ///   whether it is still there
    Messages(Channel channel, EventLoopGroup loop, Inbox inbox, String host, Duration silence) {
        this.channel = channel;
        this.loop = loop;
        this.inbox = inbox;
        this.host = host;
        this.silence = silence.toNanos();
    }

    /// Waits for a message.
    ///
    /// @param patience how long; [Message.Nothing] comes after it
    public Message next(Duration patience) {
        if (ended != null) {
            return ended;
        }
        Message next = await(patience.toNanos());
        waits = next instanceof Message.Nothing;
        if (next instanceof Message.Ended last) {
            ended = last;
        }
        return next;
    }

    private Message await(long patience) {
        long start = System.nanoTime();
        if (!waits) {
            waitingSince = start;
        }
        try {
            while (true) {
                Message arrived = inbox.poll(0);
                if (arrived != null) {
                    return arrived;
                }
                long now = System.nanoTime();
                long left = patience - (now - start);
                if (isDead(now)) {
                    return new Message.Ended(
                            new NoAnswer(Why.TIMED_OUT, host + " has fallen silent"));
                }
                if (left <= 0) {
                    return new Message.Nothing();
                }
                channel.read();
                arrived = inbox.poll(Math.min(left, LONGEST_NAP));
                if (arrived != null) {
                    return arrived;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Message.Ended(
                    new NoAnswer(Why.INTERRUPTED, "Listening to " + host + " was called off"));
        }
    }

    /// Whether nothing came for too long since we began to wait. On the way there it asks once.
    private boolean isDead(long now) {
        long lastByte = inbox.lastByte();
        long quietSince = lastByte - waitingSince > 0 ? lastByte : waitingSince;
        if (now - quietSince >= silence) {
            return true;
        }
        if (now - quietSince >= silence / 2 && pingedAt - quietSince <= 0) {
            pingedAt = now;
            ChannelFuture _ = channel.writeAndFlush(new PingWebSocketFrame());
        }
        return false;
    }

    @Override
    public void close() {
        ChannelFuture _ = channel.close().addListener(_ -> WebSocket.end(loop));
    }
}

package firsthour.http;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/// Opens web sockets (RFC 6455). Each has a thread of its own, which ends with it.
final class WebSocket {
    /// Bytes that one read brings at most, and so about what waits in memory for somebody slow.
    private static final int READ = 64 * 1024;

    /// How long saying goodbye may take.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    /// Bytes of an answer that opens one.
    private static final int HANDSHAKE = 8 * 1024;

    private final AddressGuard guard;
    private final Limits limits;
    private final Waiting waiting;
    private final String userAgent;

    WebSocket(AddressGuard guard, Limits limits, Waiting waiting, String userAgent) {
        this.guard = guard;
        this.limits = limits;
        this.waiting = waiting;
        this.userAgent = userAgent;
    }

    /// @param uri an http or https address that is usable
    /// @param most bytes of a message
    Listening open(URI uri, int most) {
        Inbox inbox = new Inbox(uri.getHost(), most);
        EventLoopGroup loop =
                new MultiThreadIoEventLoopGroup(
                        1, new DefaultThreadFactory("web-socket", true), NioIoHandler.newFactory());
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .resolver(guard)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(limits.connect().toMillis()))
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ).maxMessagesPerRead(1))
                        .handler(new Pipeline(uri, most, inbox))
                        .connect(InetSocketAddress.createUnresolved(uri.getHost(), port(uri)));
        ChannelFuture _ =
                connecting.addListener(done -> {
                    if (done.cause() != null) {
                        inbox.fail(done.cause());
                    }
                });
        Inbox.Handshake handshake =
                inbox.awaitHandshake(limits.connect().plus(limits.silence()).toNanos());
        if (handshake instanceof Inbox.Handshake.Done) {
            return new Listening.Opened(
                    new Messages(
                            connecting.channel(), loop, inbox, uri.getHost(), limits.silence()));
        }
        end(loop);
        return switch (handshake) {
            case Inbox.Handshake.Answered answered -> new Listening.Answered(answer(uri, answered));
            case Inbox.Handshake.Failed failed -> new Listening.Failed(failed.none());
            case Inbox.Handshake.Done _ -> throw new IllegalStateException("It is open");
        };
    }

    /// Ends a thread, and with it the connection that it serves.
    static void end(EventLoopGroup loop) {
        Future<?> _ = loop.shutdownGracefully(0, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isEncrypted(uri) ? 443 : 80;
    }

    private static boolean isEncrypted(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    private Answer answer(URI uri, Inbox.Handshake.Answered answered) {
        Map<String, List<String>> headers = new TreeMap<>();
        answered.response()
                .headers()
                .forEach(header ->
                        headers.computeIfAbsent(
                                        header.getKey().toLowerCase(Locale.ROOT),
                                        _ -> new ArrayList<>())
                                .add(header.getValue()));
        return new Answer(answered.response().status().code(), uri, headers, new byte[0], waiting);
    }

    /// What bytes go through on their way.
    private final class Pipeline extends ChannelInitializer<Channel> {
        private final URI uri;
        private final int most;
        private final Inbox inbox;

        Pipeline(URI uri, int most, Inbox inbox) {
            this.uri = uri;
            this.most = most;
            this.inbox = inbox;
        }

        @Override
        protected void initChannel(Channel channel) throws SSLException {
            if (isEncrypted(uri)) {
                // The JDK's trusted authorities, and the name in the certificate is checked.
                SslContext trust =
                        SslContextBuilder.forClient()
                                .endpointIdentificationAlgorithm("HTTPS")
                                .build();
                channel.pipeline()
                        .addLast(trust.newHandler(channel.alloc(), uri.getHost(), port(uri)));
            }
            channel.pipeline()
                    .addLast(
                            inbox.new Pulse(),
                            new HttpClientCodec(),
                            inbox.new Doorkeeper(),
                            new HttpObjectAggregator(HANDSHAKE),
                            new WebSocketClientProtocolHandler(handshake()),
                            new WebSocketFrameAggregator(most),
                            inbox);
        }

        private WebSocketClientProtocolConfig handshake() {
            return WebSocketClientProtocolConfig.newBuilder()
                    .webSocketUri(URI.create("ws" + uri.toString().substring("http".length())))
                    .customHeaders(
                            new DefaultHttpHeaders().add(HttpHeaderNames.USER_AGENT, userAgent))
                    .generateOriginHeader(false)
                    .maxFramePayloadLength(most)
                    .forceCloseTimeoutMillis(FAREWELL.toMillis())
                    .handshakeTimeoutMillis(limits.silence().toMillis())
                    .withUTF8Validator(false)
                    .build();
        }
    }
}

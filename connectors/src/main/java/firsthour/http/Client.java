package firsthour.http;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.HttpVersionSelection;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.filter.ClientFilterResolutionContext;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.http.filter.HttpClientFilterResolver;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Puts Micronaut's client together without a bean context: no redirects, no decompression, no pool
/// (each request connects anew, so that each is judged by the guard), HTTP/1.1.
final class Client {
    private Client() {}

    /// The constructor is deprecated in favour of a builder that cannot be given a resolver; the
    /// guard has to be one. No codecs: bodies are raw bytes.
    @SuppressWarnings("deprecation")
    static RawHttpClient open(AddressGuard guard, Limits limits) {
        return new DefaultHttpClient(
                null,
                HttpVersionSelection.forLegacyVersion(HttpVersion.HTTP_1_1),
                configuration(limits),
                null,
                new NoFilters(),
                List.of(),
                null,
                new NettyClientSslBuilder(new ResourceResolver()),
                MediaTypeCodecRegistry.of(),
                MessageBodyHandlerRegistry.EMPTY,
                WebSocketBeanRegistry.EMPTY,
                new DefaultRequestBinderRegistry(ConversionService.SHARED),
                null,
                NioSocketChannel::new,
                NioDatagramChannel::new,
                new Lifetime(limits.total()),
                null,
                ConversionService.SHARED,
                guard);
    }

    private static HttpClientConfiguration configuration(Limits limits) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setFollowRedirects(false);
        configuration.setDecompressionEnabled(false);
        configuration.setExceptionOnErrorStatus(false);
        configuration.setConnectTimeout(limits.connect());
        configuration.setReadTimeout(limits.silence());
        configuration.setNumOfThreads(1);
        configuration.setShutdownQuietPeriod(Duration.ZERO);
        configuration.setShutdownTimeout(Duration.ofSeconds(2));
        configuration.getConnectionPoolConfiguration().setEnabled(false);
        return configuration;
    }

    /// Closes each connection when the time of its request is over, whatever the other side still
    /// sends: a request that was given up must not live on.
    private record Lifetime(Duration total) implements NettyClientCustomizer {
        @Override
        public NettyClientCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            ScheduledFuture<?> end =
                    channel.eventLoop()
                            .schedule(
                                    () -> {
                                        ChannelFuture _ = channel.close();
                                    },
                                    total.toMillis(),
                                    TimeUnit.MILLISECONDS);
            ChannelFuture _ = channel.closeFuture().addListener(_ -> end.cancel(false));
            return this;
        }
    }

    private static final class NoFilters
            implements HttpClientFilterResolver<ClientFilterResolutionContext> {
        @Override
        public List<FilterEntry> resolveFilterEntries(ClientFilterResolutionContext context) {
            return List.of();
        }

        @Override
        public List<GenericHttpFilter> resolveFilters(
                HttpRequest<?> request, List<FilterEntry> entries) {
            return List.of();
        }
    }
}

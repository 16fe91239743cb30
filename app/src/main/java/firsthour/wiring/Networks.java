package firsthour.wiring;

import firsthour.connectors.Connector;
import firsthour.connectors.appstore.AppStoreConnector;
import firsthour.connectors.appstoreconnect.AppStoreConnectConnector;
import firsthour.connectors.bluesky.BlueskyConnector;
import firsthour.connectors.businessprofile.BusinessProfileConnector;
import firsthour.connectors.discourse.DiscourseConnector;
import firsthour.connectors.file.FileImport;
import firsthour.connectors.file.JsonPosts;
import firsthour.connectors.github.GitHubConnector;
import firsthour.connectors.googleplay.GooglePlayConnector;
import firsthour.connectors.hackernews.HackerNewsConnector;
import firsthour.connectors.jetstream.JetstreamConnector;
import firsthour.connectors.lemmy.LemmyConnector;
import firsthour.connectors.mastodon.MastodonConnector;
import firsthour.connectors.reddit.RedditConnector;
import firsthour.connectors.rss.RssConnector;
import firsthour.connectors.stackexchange.StackExchangeConnector;
import firsthour.connectors.steam.SteamConnector;
import firsthour.connectors.trustpilot.TrustpilotConnector;
import firsthour.connectors.woocommerce.WooCommerceConnector;
import firsthour.connectors.wordpress.WordPressConnector;
import firsthour.connectors.x.XConnector;
import firsthour.connectors.youtube.YouTubeConnector;
import firsthour.http.Limits;
import firsthour.http.Outbound;
import firsthour.time.Clock;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.function.Predicate;

/// The networks that are read, one line each.
@Factory
final class Networks {

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    Outbound outbound(Clock clock, @Named("allowed-hosts") Predicate<String> allowedHosts) {
        return new Outbound(clock, allowedHosts, Limits.USUAL);
    }

    @Singleton
    Connector appStore(Outbound outbound, Clock clock) {
        return new AppStoreConnector(outbound, clock);
    }

    @Singleton
    Connector appStoreConnect(Outbound outbound, Clock clock) {
        return new AppStoreConnectConnector(outbound, clock);
    }

    @Singleton
    Connector bluesky(Outbound outbound, Clock clock) {
        return new BlueskyConnector(outbound, clock);
    }

    @Singleton
    Connector businessProfile(Outbound outbound, Clock clock) {
        return new BusinessProfileConnector(outbound, clock);
    }

    @Singleton
    Connector discourse(Outbound outbound, Clock clock) {
        return new DiscourseConnector(outbound, clock);
    }

    @Singleton
    Connector gitHub(Outbound outbound, Clock clock) {
        return new GitHubConnector(outbound, clock);
    }

    @Singleton
    Connector googlePlay(Outbound outbound, Clock clock) {
        return new GooglePlayConnector(outbound, clock);
    }

    @Singleton
    Connector hackerNews(Outbound outbound, Clock clock) {
        return new HackerNewsConnector(outbound, clock);
    }

    @Singleton
    Connector jetstream(Outbound outbound, Clock clock) {
        return new JetstreamConnector(outbound, clock);
    }

    @Singleton
    Connector lemmy(Outbound outbound, Clock clock) {
        return new LemmyConnector(outbound, clock);
    }

    @Singleton
    Connector mastodon(Outbound outbound, Clock clock) {
        return new MastodonConnector(outbound, clock);
    }

    @Singleton
    Connector reddit(Outbound outbound, Clock clock) {
        return new RedditConnector(outbound, clock);
    }

    @Singleton
    Connector rss(Outbound outbound, Clock clock) {
        return new RssConnector(outbound, clock);
    }

    @Singleton
    Connector stackExchange(Outbound outbound, Clock clock) {
        return new StackExchangeConnector(outbound, clock);
    }

    @Singleton
    Connector steam(Outbound outbound, Clock clock) {
        return new SteamConnector(outbound, clock);
    }

    @Singleton
    Connector trustpilot(Outbound outbound, Clock clock) {
        return new TrustpilotConnector(outbound, clock);
    }

    @Singleton
    Connector wooCommerce(Outbound outbound, Clock clock) {
        return new WooCommerceConnector(outbound, clock);
    }

    @Singleton
    Connector wordPress(Outbound outbound, Clock clock) {
        return new WordPressConnector(outbound, clock);
    }

    @Singleton
    Connector x(Outbound outbound, Clock clock) {
        return new XConnector(outbound, clock);
    }

    @Singleton
    Connector youTube(Outbound outbound, Clock clock) {
        return new YouTubeConnector(outbound, clock);
    }

    @Singleton
    FileImport fileImport(Clock clock) {
        return new FileImport(clock);
    }

    @Singleton
    JsonPosts jsonPosts(Clock clock) {
        return new JsonPosts(clock);
    }
}

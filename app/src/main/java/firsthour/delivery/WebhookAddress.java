package firsthour.delivery;

import static firsthour.language.Texts.t;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// A webhook's address as a person entered it.
sealed interface WebhookAddress {
    int LONGEST = 2000;

    /// An address to which can be posted.
    ///
    /// @param shown what may be shown: the host and the last four characters
    record Usable(URI uri, String shown) implements WebhookAddress {}

    /// Anything else.
    ///
    /// @param reason for a person; repeats nothing of the address
    record Unusable(String reason) implements WebhookAddress {}

    static WebhookAddress parse(String entered) {
        URI uri;
        try {
            uri = new URI(entered.strip());
        } catch (URISyntaxException e) {
            return new Unusable(
                    t("The address cannot be read. Copy it whole from the chat's page."));
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return new Unusable(t("The address must begin with https:// or http://."));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return new Unusable(t("The address must name a host, and no user or password."));
        }
        if (entered.length() > LONGEST) {
            return new Unusable(t("The address is longer than {0} characters.", LONGEST));
        }
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var whole = uri.toString();
        var tail = secretTail(whole.substring(whole.indexOf(uri.getHost())));
        return new Usable(uri, uri.getHost() + port + tail);
    }

    /// Four characters only where enough others stay hidden.
    private static String secretTail(String afterScheme) {
        var path = afterScheme.indexOf('/');
        var secret = path < 0 ? "" : afterScheme.substring(path + 1);
        return secret.length() < 12 ? " …" : " …" + secret.substring(secret.length() - 4);
    }
}

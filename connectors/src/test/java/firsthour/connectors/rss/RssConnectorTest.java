package firsthour.connectors.rss;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import firsthour.connectors.Checkpoint;
import firsthour.connectors.Connector;
import firsthour.connectors.ConnectorContract;
import firsthour.connectors.Post;
import firsthour.connectors.Pull;
import firsthour.connectors.Refusal;
import firsthour.connectors.Sample;
import firsthour.connectors.Search;
import firsthour.connectors.Settings;
import firsthour.http.Outbound;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pretended server lists all it holds, newest first, with an ETag, as blogs do.
class RssConnectorTest extends ConnectorContract {

    @Override
    protected Connector connector(Outbound way) {
        return new RssConnector(way, clock);
    }

    @Override
    protected Settings settings(String address) {
        return new Settings(Map.of("url", address + "/feed"));
    }

    @Override
    protected Map<Settings, String> wrongSettings() {
        return Map.of(
                new Settings(Map.of()), "url",
                new Settings(Map.of("url", "  ")), "url",
                new Settings(Map.of("url", "feed.xml")), "url",
                new Settings(Map.of("url", "file:///etc/passwd")), "url");
    }

    @Override
    protected String idOf(Sample sample) {
        return "urn:post:" + sample.number();
    }

    @Override
    protected boolean knowsUnchanged() {
        return true;
    }

    @Override
    protected int many() {
        return 300;
    }

    @Override
    protected ResponseDefinitionBuilder answer(Request request, List<Sample> posts) {
        String tag = "\"" + posts.hashCode() + "\"";
        if (request.containsHeader("If-None-Match")
                && request.header("If-None-Match").containsValue(tag)) {
            return aResponse().withStatus(304).withHeader("ETag", tag);
        }
        StringBuilder entries = new StringBuilder();
        for (Sample post : posts.reversed()) {
            entries.append(
                    "<entry><id>%s</id><title/><published>%s</published><content type='html'>%s</content></entry>"
                            .formatted(idOf(post), post.at(), escape(escape(post.text()))));
        }
        return feed("application/atom+xml", atom(entries.toString())).withHeader("ETag", tag);
    }

    @Test
    void anEntryOfRssBecomesAPost() {
        serves(
                """
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog</title>
                <link>/</link><description/><language>en-us</language>
                <item><guid isPermaLink="false">g-1</guid><link>/2026/late?a=1&amp;b=2</link>
                <title>Acme &amp;amp; me</title><dc:creator>Anna</dc:creator>
                <pubDate>Mon, 09 Nov 2026 09:00:00 +0100</pubDate>
                <description>Short</description>
                <content:encoded><![CDATA[<p>My <b>parcel</b></p><p>is late<br>again</p>
                <script>x()</script>]]></content:encoded></item></channel></rss>
                """);

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.externalId().equals("g-1"))
                .matches(p -> p.url().equals(link(address() + "/2026/late?a=1&b=2")))
                .matches(p -> p.title().equals(Optional.of("Acme & me")))
                .matches(p -> p.text().equals("My parcel\n\nis late\nagain"))
                .matches(p -> p.author().orElseThrow().handle().equals("Anna"))
                .matches(p -> p.language().equals(Optional.of("en-US")))
                .matches(p -> p.publishedAt().equals(Instant.parse("2026-11-09T08:00:00Z")));
    }

    @Test
    void anEntryOfAtomBecomesAPost() {
        serves(
                atom(
                        """
                        <entry><id>tag:a.example,2026:1</id><title type="text">1 &lt; 2</title>
                        <link rel="self" href="/self"/><link rel="alternate" href="post/1"/>
                        <author><name>/u/anna</name><uri>https://r.example/user/anna</uri></author>
                        <published>2026-11-09T08:00:00+01:00</published>
                        <updated>2026-11-09T09:30:00Z</updated>
                        <summary type="text">a &lt;b&gt; c</summary></entry>
                        """));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.title().equals(Optional.of("1 < 2")))
                .matches(p -> p.text().equals("a <b> c"))
                .matches(p -> p.url().equals(link(address() + "/post/1")))
                .matches(p -> p.author().orElseThrow().handle().equals("/u/anna"))
                .matches(p ->
                        p.author().orElseThrow().url().equals(link("https://r.example/user/anna")))
                .matches(p -> p.publishedAt().equals(Instant.parse("2026-11-09T07:00:00Z")))
                .matches(p ->
                        p.editedAt().equals(Optional.of(Instant.parse("2026-11-09T09:30:00Z"))));
    }

    @Test
    void aGoogleAlertIsUnwrapped() {
        serves(
                atom(
                        """
                        <entry><id>tag:google.com,2013:googlealerts/feed:123</id>
                        <title type="html">&lt;b&gt;Acme&lt;/b&gt; closes a shop</title>
                        <link href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.example/a%3Fid%3D1%26x%3D2&amp;ct=ga&amp;cd=C&amp;usg=A"/>
                        <published>2026-11-09T08:00:00Z</published><updated>2026-11-09T08:00:00Z</updated>
                        <content type="html">The shop of &lt;b&gt;Acme&lt;/b&gt;&amp;nbsp;...</content>
                        <author><name></name></author></entry>
                        """));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.url().equals(link("https://news.example/a?id=1&x=2")))
                .matches(p -> p.title().equals(Optional.of("Acme closes a shop")))
                .matches(p -> p.text().equals("The shop of Acme ..."))
                .matches(p -> p.author().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.google.com/url?q=https://a.example/x&sa=U, https://a.example/x",
        "https://www.google.co.uk/url?url=http%3A%2F%2Fa.example%2F, http://a.example/",
        "https://www.google.com/url?url=javascript:alert(1), ",
        "https://www.google.com/search?q=https://a.example/, ",
        "https://google.com.evil.example/url?url=https://a.example/, "
    })
    void onlyGooglesOwnWrappingIsTakenOff(String wrapped, String expected) {
        assertThat(GoogleLink.unwrap(URI.create(wrapped)))
                .isEqualTo(URI.create(expected == null ? wrapped : expected));
    }

    @Test
    void theKeyIsTheGuidElseTheLinkElseADigest() {
        serves(
                rss(
                        item("<guid>g</guid><link>https://a.example/1</link>")
                                + item("<link>https://a.example/2</link>")
                                + item("")
                                + item("<guid>" + "g".repeat(300) + "</guid>")));

        List<String> ids = ids(List.of(page(Checkpoint.NONE)));

        assertThat(ids).hasSize(4).doesNotHaveDuplicates();
        assertThat(ids.subList(0, 2)).containsExactly("g", "https://a.example/2");
        assertThat(ids.subList(2, 4)).allMatch(id -> id.startsWith("digest:"));
    }

    @Test
    void anEntryThatWasEditedComesAgain() {
        serves(rss("<item><guid>1</guid><description>late</description></item>"));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();
        serves(rss("<item><guid>1</guid><description>arrived</description></item>"));

        assertThat(page(checkpoint).posts())
                .singleElement()
                .matches(p -> p.text().equals("arrived"));
    }

    @Test
    void anEntryThatTheFeedDroppedAndListsAgainDoesNotComeAgain() {
        serves(rss(item("<guid>1</guid>") + item("<guid>2</guid>")));
        Checkpoint both = page(Checkpoint.NONE).next();
        serves(rss(item("<guid>2</guid>")));
        Checkpoint one = page(both).next();
        serves(rss(item("<guid>1</guid>") + item("<guid>2</guid>")));

        assertThat(page(one).posts()).isEmpty();
    }

    @Test
    void anEmptyFeedIsFineAtFirstAndASignOfChangeLater() {
        serves(rss(""));
        Checkpoint empty = page(Checkpoint.NONE).next();
        serves(rss(item("<guid>1</guid>")));
        Checkpoint one = page(empty).next();
        serves(rss(""));

        Pull.Refused refused = (Pull.Refused) pull(one);

        assertThat(refused.refusal()).isInstanceOf(Refusal.SourceChanged.class);
        assertThat(refused.refusal().detail()).contains("1 entries before");
    }

    @Test
    void validatorsOfAnotherFeedAreNotSent() {
        holds(Sample.some(1, 1, START.minusSeconds(60), 1));
        Checkpoint checkpoint = page(Checkpoint.NONE).next();

        connector(outbound)
                .pull(
                        new Settings(Map.of("url", address() + "/other")),
                        Search.NOTHING,
                        checkpoint);

        assertThat(SERVER.findAll(getRequestedFor(urlEqualTo("/other"))))
                .singleElement()
                .matches(asked -> !asked.containsHeader("If-None-Match"));
    }

    @Test
    void theDateOfTheLastChangeGoesBackAsItCame() {
        says(
                feed("application/rss+xml", rss(""))
                        .withHeader("Last-Modified", "Sat, 7 Nov 2026 01:02:03 GMT"));
        pull(page(Checkpoint.NONE).next());

        SERVER.verify(
                getRequestedFor(anyUrl())
                        .withHeader("If-Modified-Since", equalTo("Sat, 7 Nov 2026 01:02:03 GMT")));
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml, '', UTF-8",
        "text/xml, UTF-8, UTF-8",
        "application/rss+xml, ISO-8859-1, ISO-8859-1",
        "application/rss+xml; charset=windows-1252, '', windows-1252",
        "text/xml;charset=\"utf-8\", '', UTF-8",
        "application/xml, UTF-16, UTF-16"
    })
    void theEncodingIsFound(String type, String declared, String used) {
        String declaration =
                declared.isEmpty() ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
        String xml = declaration + rss("<item><guid>1</guid><title>größer, é</title></item>");
        says(
                aResponse()
                        .withHeader("Content-Type", type)
                        .withBody(xml.getBytes(Charset.forName(used))));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.text().equals("größer, é"));
    }

    @Test
    void aCharacterThatXmlForbidsDoesNotSpoilTheFeed() {
        serves(rss("<item><guid>1</guid><title>a\u0008b&#8;c&#x1F;d&nbsp;e</title></item>"));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.text().equals("abcd\u00A0e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY e \"&a;&a;&a;\">]>",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1/rss.dtd\">",
                "<!-- a comment --> <!doctype x>"
            })
    void aDoctypeIsRefusedAndNoEntityIsRead(String doctype) {
        serves(doctype + rss("<item><guid>1</guid><title>&e;</title></item>"));

        assertThat(refusal())
                .isInstanceOf(Refusal.SourceChanged.class)
                .matches(r -> r.detail().contains("DOCTYPE"));
    }

    @Test
    void aFeedThatCallsItselfAWebPageIsAFeed() {
        says(feed("text/html", rss(item("<guid>1</guid>"))));

        assertThat(page(Checkpoint.NONE).posts()).hasSize(1);
    }

    @Test
    void anEntryWithoutDateIsDatedWhenItWasFound() {
        serves(rss("<item><guid>1</guid><title>late</title></item>"));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.publishedAt().equals(START));
    }

    @Test
    void anEntryFromTheFutureIsRejectedAndTheOthersCome() {
        serves(
                rss(
                        item("<guid>1</guid><pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>")
                                + item("<guid>2</guid>")));

        Pull.Page page = page(Checkpoint.NONE);

        assertThat(ids(List.of(page))).containsExactly("2");
        assertThat(page.rejected()).singleElement().matches(r -> r.reason().contains("future"));
    }

    @Test
    void anEntryThatIsDatedAheadWasWrittenWhenItWasRead() {
        String ahead =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        clock.instant().plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC));
        serves(rss(item("<guid>1</guid><pubDate>" + ahead + "</pubDate>")));

        assertThat(page(Checkpoint.NONE).posts())
                .extracting(Post::publishedAt)
                .containsExactly(clock.instant());
    }

    @Test
    void whoPublishesAFeedHasNotWrittenAllOfIt() {
        serves(
                atom(
                        "<author><name>The blogger</name></author><entry><id>1</id>"
                                + "<title>Late</title><updated>2026-11-09T08:00:00Z</updated>"
                                + "</entry>"));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.author().isEmpty());
    }

    @Test
    void aMailAddressIsNobodysName() {
        serves(
                rss(
                        item("<guid>1</guid><author>anna@a.example (Anna A.)</author>")
                                + item("<guid>2</guid><author>anna@a.example</author>")));

        assertThat(page(Checkpoint.NONE).posts())
                .extracting(p -> p.author().map(Post.Author::handle))
                .containsExactly(Optional.of("Anna A."), Optional.empty());
    }

    @Test
    void aKeyThatIsNoAddressIsNoLink() {
        serves(rss(item("<guid>1</guid>") + item("<guid>https://a.example/2</guid>")));

        assertThat(page(Checkpoint.NONE).posts())
                .extracting(Post::url)
                .containsExactly(Optional.empty(), link("https://a.example/2"));
    }

    @Test
    void aLinkThatLeadsNowhereIsLeftOut() {
        serves(rss(item("<guid>1</guid><link>javascript:alert(1)</link>")));

        assertThat(page(Checkpoint.NONE).posts()).singleElement().matches(p -> p.url().isEmpty());
    }

    @Test
    void aMovedFeedIsFollowedAndItsLinksAreRelativeToItsNewPlace() {
        String moved = "/new/feed";
        answers(request ->
                request.getUrl().equals(moved)
                        ? feed("text/xml", rss(item("<guid>1</guid><link>one</link>")))
                        : aResponse().withStatus(301).withHeader("Location", moved));

        assertThat(page(Checkpoint.NONE).posts())
                .singleElement()
                .matches(p -> p.url().equals(link(address() + "/new/one")));
    }

    private void serves(String xml) {
        says(feed("application/xml", xml));
    }

    private static ResponseDefinitionBuilder feed(String type, String xml) {
        return aResponse().withHeader("Content-Type", type).withBody(xml);
    }

    private static String atom(String entries) {
        return "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
                + "<id>f</id><title>Feed</title><updated>2026-11-09T00:00:00Z</updated>"
                + entries
                + "</feed>";
    }

    private static String rss(String items) {
        return "<rss version='2.0'><channel><title>Blog</title><link>https://a.example/</link>"
                + "<description>d</description>"
                + items
                + "</channel></rss>";
    }

    private static String item(String more) {
        return "<item><title>Acme " + more.length() + "</title>" + more + "</item>";
    }

    private static Optional<URI> link(String uri) {
        return Optional.of(URI.create(uri));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

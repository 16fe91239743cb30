package firsthour.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tokens of programs on the running demo, made in Chromium and used over HTTP.
class TokensIT {
    @RegisterExtension static final Demo demo = new Demo();

    @Test
    void aTokenIsMadeUsedAndWithdrawn() throws IOException, InterruptedException {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + "/account");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("API tokens")).click();
        page.locator("#name")
                .fill("קפה, the figures of each Monday for-somebody-with-a-very-long-name-indeed");
        page.getByLabel(Pattern.compile("^Work")).check();
        page.getByLabel("It expires").selectOption("30");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the token"))
                .click();

        assertThat(page.locator("#token")).hasText(Pattern.compile("firsthour_[0-9a-f]{64}"));
        var token = page.locator("#token").textContent();
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
        var me = ask(token);
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"scopes\":[\"READ\",\"WORK\"]");

        page.navigate(demo.url() + "/account/tokens");
        assertThat(page.locator("#token")).hasCount(0);
        assertThat(page.locator("table")).containsText("just now");
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);

        page.locator("summary", new Page.LocatorOptions().setHasText("Withdraw")).click();
        page.locator("button", new Page.LocatorOptions().setHasText("Withdraw for good")).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Withdrawn");
        assertThat(page.locator("table")).hasCount(0);
        assertThat(ask(token).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        var page = demo.signedIn("tom");
        page.navigate(demo.url() + "/account/tokens");
        page.locator("#name").fill("Nothing");
        page.getByLabel(Pattern.compile("^Read")).uncheck();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make the token"))
                .click();
        assertThat(page.locator("#scopes-error")).hasText("Choose what it may be used for.");
        assertThat(page.locator("#name")).hasValue("Nothing");
        assertThat(page.getByLabel(Pattern.compile("^Read"))).not().isChecked();
        Access.expectNoSeriousFindings(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/tokens", "/account/api"})
    void isAccessible(String path) {
        var page = demo.signedIn("maya");
        page.navigate(demo.url() + path);
        Access.expectNoSeriousFindings(page);
        page.setViewportSize(390, 844);
        assertThat(Access.overflow(page)).isLessThanOrEqualTo(0);
        Access.expectNoSeriousFindings(page);
    }

    @Test
    void aRequestOpensByKeyAndLeadsToItsShapes() {
        var page = demo.signedIn("oskar");
        page.navigate(demo.url() + "/account/api");
        var claim =
                page.locator(
                        ".requests summary",
                        new Page.LocatorOptions().setHasText("/api/v1/cases/{id}/claim"));
        claim.focus();
        page.keyboard().press("Enter");
        var link =
                page.locator(".requests details[open]")
                        .getByRole(
                                AriaRole.LINK, new Locator.GetByRoleOptions().setName("Sent.Deed"));
        assertThat(link).isVisible();
        Access.expectNoSeriousFindings(page);
        link.click();
        assertThat(page).hasURL(Pattern.compile("#shape-Sent\\.Deed$"));
        assertThat(page.locator("[id='shape-Sent.Deed']")).isInViewport();
    }

    private static HttpResponse<String> ask(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(demo.url() + "/api/v1/me"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

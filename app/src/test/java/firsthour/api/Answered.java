package firsthour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/// What senders are told.
final class Answered {
    private Answered() {}

    /// All was taken; nothing was new where it was taken before.
    static void assertTaken(HttpResponse<String> answer, int accepted) {
        assertThat(answer.body()).isEqualTo("{\"accepted\":" + accepted + ",\"rejected\":[]}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    /// What went wrong comes as problem details.
    static void assertStatus(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
        }
    }
}

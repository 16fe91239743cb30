package firsthour.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What another system does to send posts. It signs by itself and imports nothing of what it tests.
///
/// @param address where to
/// @param secret as it was shown
record Sender(URI address, String secret) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /// A signed request.
    HttpResponse<String> send(String id, Instant at, String body) {
        return send(id, at, body.getBytes(UTF_8));
    }

    HttpResponse<String> send(String id, Instant at, byte[] body) {
        return post("application/json", headers(id, at, body), body);
    }

    /// A request signed in the way of WebSub's hubs.
    HttpResponse<String> sendAsHub(String body) {
        return post("application/json", Map.of("X-Hub-Signature-256", hub(body)), body);
    }

    HttpResponse<String> post(String type, Map<String, String> headers, String body) {
        return post(type, headers, body.getBytes(UTF_8));
    }

    HttpResponse<String> post(String type, Map<String, String> headers, byte[] body) {
        return post(
                HttpRequest.newBuilder(address).POST(BodyPublishers.ofByteArray(body)),
                type,
                headers);
    }

    HttpResponse<String> post(
            HttpRequest.Builder request, String type, Map<String, String> headers) {
        headers.forEach(request::header);
        try {
            return CLIENT.send(
                    request.header("Content-Type", type).build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Says how much will come, sends the beginning of it, and reads the first line of the answer.
    String announce(long length) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort());
                var in =
                        new BufferedReader(
                                new InputStreamReader(socket.getInputStream(), US_ASCII))) {
            socket.setSoTimeout(30_000);
            var head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n{"
                            .formatted(address.getPath(), length);
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.getOutputStream().flush();
            return String.valueOf(in.readLine());
        }
    }

    Map<String, String> headers(String id, Instant at, byte[] body) {
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", Long.toString(at.getEpochSecond()),
                "webhook-signature", signature(id, at, body));
    }

    String signature(String id, Instant at, byte[] body) {
        var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        var head = (id + "." + at.getEpochSecond() + ".").getBytes(UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body));
    }

    String hub(String body) {
        return "sha256="
                + HexFormat.of()
                        .formatHex(hmac(secret.getBytes(UTF_8), new byte[0], body.getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] key, byte[] head, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}

package firsthour.http;

import firsthour.http.NoAnswer.Why;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Takes one answer in, chunk by chunk, and stops when it is too slow or too large. Netty's threads
/// call the subscribers; one thread waits.
final class Reception {

    sealed interface Outcome {
        /// What came over the wire.
        record Arrived(int status, Map<String, List<String>> headers, ByteArrayOutputStream bytes)
                implements Outcome {}

        record Failed(NoAnswer answer) implements Outcome {}
    }

    private final int limit;
    private final String host;
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private final AtomicReference<@Nullable Subscription> head = new AtomicReference<>();
    private final AtomicReference<@Nullable Subscription> body = new AtomicReference<>();
    private volatile long lastByte = System.nanoTime();
    private volatile boolean answered;

    /// @param limit bytes of the body
    /// @param host for messages
    Reception(int limit, String host) {
        this.limit = limit;
        this.host = host;
    }

    /// @param silence nanoseconds without progress that are allowed
    /// @param deadline the value of [System#nanoTime()] at which all patience ends
    Outcome await(Publisher<? extends HttpResponse<?>> answer, long silence, long deadline) {
        answer.subscribe(new Head());
        try {
            return patiently(silence, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Why.INTERRUPTED, "The request to " + host + " was called off");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            done.complete(failed(Why.TIMED_OUT, host));
            cancel(body);
            cancel(head);
        }
    }

    private Outcome patiently(long silence, long deadline)
            throws InterruptedException, ExecutionException {
        while (true) {
            long now = System.nanoTime();
            long patience = Math.min(lastByte + silence - now, deadline - now);
            if (patience <= 0) {
                return new Outcome.Failed(Failures.timedOut(host));
            }
            try {
                return done.get(patience, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // A byte may have come meanwhile: the patience is counted anew.
            }
        }
    }

    private void cancel(AtomicReference<@Nullable Subscription> held) {
        Subscription subscription = held.getAndSet(null);
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private static Outcome failed(Why why, String detail) {
        return new Outcome.Failed(new NoAnswer(why, detail));
    }

    private void fail(Throwable error) {
        done.complete(new Outcome.Failed(Failures.explain(error, host, answered)));
    }

    /// Takes status and headers.
    private final class Head implements Subscriber<HttpResponse<?>> {
        @Override
        public void onSubscribe(Subscription subscription) {
            head.set(subscription);
            subscription.request(1);
        }

        @Override
        public void onNext(HttpResponse<?> response) {
            lastByte = System.nanoTime();
            answered = true;
            if (!(response instanceof ByteBodyHttpResponse<?> raw)) {
                fail(new IllegalStateException("The client gave no raw answer"));
            } else if (done.isDone()) {
                raw.close();
            } else {
                raw.byteBody().toByteArrayPublisher().subscribe(new Body(raw));
            }
        }

        @Override
        public void onError(Throwable error) {
            fail(error);
        }

        @Override
        public void onComplete() {
            if (!answered) {
                fail(new IllegalStateException("The client gave no answer"));
            }
        }
    }

    /// Collects the body up to the limit.
    private final class Body implements Subscriber<byte[]> {
        private final ByteBodyHttpResponse<?> response;
        private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

        Body(ByteBodyHttpResponse<?> response) {
            this.response = response;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            body.set(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(byte[] chunk) {
            lastByte = System.nanoTime();
            if (collected.size() + (long) chunk.length > limit) {
                done.complete(new Outcome.Failed(Failures.tooLarge(host, limit)));
                cancel(body);
            } else {
                collected.writeBytes(chunk);
            }
        }

        @Override
        public void onError(Throwable error) {
            fail(error);
        }

        @Override
        public void onComplete() {
            Map<String, List<String>> headers = new TreeMap<>();
            response.getHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            done.complete(new Outcome.Arrived(response.code(), headers, collected));
        }
    }
}

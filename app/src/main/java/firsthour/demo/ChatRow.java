package firsthour.demo;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("demo_chat")
record ChatRow(
        @Id @GeneratedValue long id, String idempotencyKey, String body, Instant receivedAt) {}

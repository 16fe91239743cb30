package firsthour.team;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("team")
record TeamRow(@Id @GeneratedValue long id, String name, Instant createdAt) {}

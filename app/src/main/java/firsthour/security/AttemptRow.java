package firsthour.security;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

@MappedEntity("sign_in_failure")
record AttemptRow(@Id @GeneratedValue long id, String email, String address, Instant at) {}

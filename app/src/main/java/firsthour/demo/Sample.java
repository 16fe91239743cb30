package firsthour.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the demo plays: all of it is invented.
record Sample(List<SamplePost> posts, List<SampleMember> staff, List<Deeds> deeds) {

    Sample {
        posts = List.copyOf(posts);
        staff = List.copyOf(staff);
        deeds = List.copyOf(deeds);
    }

    static Sample read(ObjectMapper json) {
        return new Sample(
                lines(json, "posts", SamplePost.class),
                lines(json, "staff", SampleMember.class),
                lines(json, "deeds", Deeds.class));
    }

    private static <T> List<T> lines(ObjectMapper json, String name, Class<T> type) {
        var path = "/demo/" + name + ".jsonl";
        try (var in = Sample.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the application");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            var read = new ArrayList<T>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                read.add(json.readValue(line, type));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}

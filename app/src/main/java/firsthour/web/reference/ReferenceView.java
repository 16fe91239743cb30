package firsthour.web.reference;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import java.util.Locale;

/// What programs can ask.
///
/// @param address where the document is
/// @param example a first request on a command line
/// @param shapes of bodies and answers, by name
@Introspected
public record ReferenceView(
        String address, String example, List<Group> groups, List<Shape> shapes) {

    /// Requests about one thing.
    public record Group(String name, List<Request> requests) {
        /// As it stands in an address.
        public String id() {
            return "of-" + name.toLowerCase(Locale.ROOT);
        }
    }

    /// One request.
    ///
    /// @param scope that the token needs; empty where any will do
    /// @param body the name of its shape; empty where none is sent
    /// @param answer the name of its shape; empty where it is no JSON
    public record Request(
            String method,
            String path,
            String does,
            String scope,
            List<Field> parameters,
            String body,
            String answer) {}

    /// A body, an answer, or a part of one.
    ///
    /// @param words the words it may be; empty for an object
    public record Shape(String name, String means, List<Field> fields, List<String> words) {}

    /// A field or a parameter.
    ///
    /// @param type in words
    /// @param link the shape of its value; empty where it is a plain one
    /// @param orNull whether it may be null
    /// @param required whether it is always there
    public record Field(
            String name,
            String type,
            String link,
            boolean orNull,
            boolean required,
            String means) {}
}

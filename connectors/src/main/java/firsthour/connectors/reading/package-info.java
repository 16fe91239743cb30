/// What lies between a network's answer and a [firsthour.connectors.Post], the same for every
/// network: a refusal for a status, plain text from HTML, and the rules that each post obeys.
@NullMarked
package firsthour.connectors.reading;

import org.jspecify.annotations.NullMarked;

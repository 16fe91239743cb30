/// Questions of the Stack Exchange network, searched by phrase.
@NullMarked
package firsthour.connectors.stackexchange;

import org.jspecify.annotations.NullMarked;

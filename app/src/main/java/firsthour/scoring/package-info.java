/// Judges NEW mentions and keeps what staff say about the judgement.
@NullMarked
package firsthour.scoring;

import org.jspecify.annotations.NullMarked;

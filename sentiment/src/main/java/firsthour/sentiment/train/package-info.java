/// Training and evaluation of the models, from a folder of labelled posts. Nothing of it runs in
/// the application.
@NullMarked
package firsthour.sentiment.train;

import org.jspecify.annotations.NullMarked;

package firsthour.sentiment.train;

import firsthour.sentiment.linear.Features;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
import firsthour.sentiment.linear.WordScores;
import firsthour.sentiment.network.Network;
import firsthour.sentiment.text.Tokens;

/// Reads posts as the models that judge will read them.
final class Reader {
    private final Tokens tokens = new Tokens();
    private final Features features = new Features(Models.BITS);
    private final Network.Desk desk = new Network.Desk();
    private final WordScores words;

    Reader(WordScores words) {
        this.words = words;
    }

    /// What a model learns from a post.
    static final class Read {
        final int[] features;
        final float[] figures;

        Read(int[] features, float[] figures) {
            this.features = features;
            this.figures = figures;
        }
    }

    Read read(String text) {
        features.read(tokens.read(text));
        float[] figures = new float[WordScores.FIGURES];
        words.read(tokens, features, figures);
        return new Read(features.copy(), figures);
    }

    /// The same, with what the polarity's model says of the post as three more figures.
    Read read(String text, LinearModel polarity) {
        var read = read(text);
        double[] logits = polarity.logits(features, read.figures);
        float[] figures = new float[WordScores.FIGURES + logits.length];
        System.arraycopy(read.figures, 0, figures, 0, WordScores.FIGURES);
        for (int k = 0; k < logits.length; k++) {
            figures[WordScores.FIGURES + k] = (float) logits[k];
        }
        return new Read(read.features, figures);
    }

    /// What a network says of the post that was read last.
    double[] say(Network network) {
        return network.logits(tokens, desk);
    }

    /// What a model says of the post that was read last.
    double[] say(LinearModel model, Read read) {
        return model.logits(features, read.figures);
    }
}

package firsthour.sentiment.linear;

import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.network.Network;
import firsthour.sentiment.text.Tokens;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The trained models of one generation: how posts are read, and what is said of them.
///
/// @param words the scores of single words that both models read
/// @param polarity negative, neutral, positive
/// @param network the same classes, read as a sequence of words
/// @param polarityShare by which the polarity's logits are multiplied, the network's by the other,
///   before both together are probabilities
/// @param networkShare see the other share
/// @param complaint no complaint, a complaint; its figures are those of the words and the
///   polarity's logits
/// @param complaintSlope with the shift, maps the complaint's log-odds to calibrated ones
/// @param complaintShift see the slope
/// @param aspects topics and flags, in the places of [Aspects]; its figures are those of the words
public record Models(
        WordScores words,
        LinearModel polarity,
        Network network,
        float polarityShare,
        float networkShare,
        LinearModel complaint,
        float complaintSlope,
        float complaintShift,
        LinearModel aspects) {

    /// Bits of a feature's number.
    public static final int BITS = 22;

    /// Names this generation: changes with every training that is accepted, and with what is read
    /// of a post.
    public static final String VERSION = "taught-5";

    private static final String RESOURCE = "/firsthour/sentiment/models.bin.gz";
    private static final int FORMAT = 3;

    /// Lets the regressions share one table.
    public Models {
        var sharing = LinearModel.sharing(List.of(polarity, complaint, aspects));
        polarity = sharing.get(0);
        complaint = sharing.get(1);
        aspects = sharing.get(2);
    }

    /// What the models say of one post.
    ///
    /// @param polarity calibrated
    /// @param balance the log-odds of positive against negative
    /// @param content the log-odds of no complaint against one, calibrated
    public record Said(Probabilities polarity, double balance, double content) {
        /// The probability of a complaint.
        public double complaint() {
            return 1 / (1 + Math.exp(content));
        }
    }

    /// What one thread needs to read posts; filled again and again.
    public static final class Desk {
        private final Tokens tokens = new Tokens();
        private final Features features = new Features(BITS);
        private final Network.Desk network = new Network.Desk();
        private final float[] figures = new float[WordScores.FIGURES + 3];
        private final Aspects aspects = new Aspects();

        /// Of the post that was judged last, by all regressions.
        private int[] sums = {};

        public Tokens tokens() {
            return tokens;
        }

        public Features features() {
            return features;
        }

        /// Of the post that was judged last: [WordScores#FIGURES] of its words, and the three
        /// logits of its polarity.
        public float[] figures() {
            return figures;
        }

        private void tell(double[] polarity) {
            for (int k = 0; k < polarity.length; k++) {
                figures[WordScores.FIGURES + k] = (float) polarity[k];
            }
        }
    }

    /// The files of weights that the installation lacks; nothing is loaded for the answer.
    public static List<String> missingModels() {
        return Models.class.getResource(RESOURCE) == null ? List.of(RESOURCE) : List.of();
    }

    /// Loads the weights that come with this version.
    public static Models load() {
        try (InputStream in = Models.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The weights " + RESOURCE + " are missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Judges a post.
    public Said say(String post, Desk desk) {
        desk.features.read(desk.tokens.read(post));
        words.read(desk.tokens, desk.features, desk.figures);
        desk.sums = polarity.sums(desk.features);
        double[] linear = polarity.logits(desk.sums, desk.figures);
        // The complaint's model has learned from what this one says alone.
        desk.tell(linear);
        double[] odds = complaint.logits(desk.sums, desk.figures);
        double[] sequence = network.logits(desk.tokens, desk.network);
        double[] logits = new double[3];
        for (int k = 0; k < 3; k++) {
            logits[k] = polarityShare * linear[k] + networkShare * sequence[k];
        }
        desk.tell(logits);
        double complaintOdds = complaintSlope * (odds[1] - odds[0]) + complaintShift;
        double[] shares = softmax(logits, 1);
        return new Said(
                new Probabilities(shares[0], shares[1], shares[2]),
                logits[2] - logits[0],
                -complaintOdds);
    }

    /// What the post is about and what else it is.
    ///
    /// @param desk at which the post was judged last; the answer is good until the next one is
    public Aspects aspects(Desk desk) {
        desk.aspects.set(aspects.logits(desk.sums, desk.figures));
        return desk.aspects;
    }

    /// Probabilities from logits.
    ///
    /// @param temperature above 1 for more doubt
    public static double[] softmax(double[] logits, double temperature) {
        double most = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            most = Math.max(most, logit);
        }
        double[] shares = new double[logits.length];
        double whole = 0;
        for (int k = 0; k < logits.length; k++) {
            shares[k] = Math.exp((logits[k] - most) / temperature);
            whole += shares[k];
        }
        for (int k = 0; k < logits.length; k++) {
            shares[k] /= whole;
        }
        return shares;
    }

    /// Writes the weights in the form that [#read] takes.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(new GZIPOutputStream(to));
        out.writeInt(FORMAT);
        words.write(out);
        polarity.write(out);
        network.write(out);
        out.writeFloat(polarityShare);
        out.writeFloat(networkShare);
        complaint.write(out);
        out.writeFloat(complaintSlope);
        out.writeFloat(complaintShift);
        aspects.write(out);
        out.close();
    }

    static Models read(InputStream from) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from, 1 << 16)));
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("The weights are of format " + format + ", not " + FORMAT);
        }
        return new Models(
                WordScores.read(in),
                LinearModel.read(in),
                Network.read(in),
                in.readFloat(),
                in.readFloat(),
                LinearModel.read(in),
                in.readFloat(),
                in.readFloat(),
                LinearModel.read(in));
    }
}

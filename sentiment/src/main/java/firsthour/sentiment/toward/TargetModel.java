package firsthour.sentiment.toward;

import firsthour.sentiment.Score.Probabilities;
import firsthour.sentiment.linear.LinearModel;
import firsthour.sentiment.linear.Models;
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

/// The trained model of the polarity toward a target.
///
/// @param model negative, neutral, positive, over [Surroundings]
/// @param temperature by which its logits are divided before they are probabilities
public record TargetModel(LinearModel model, float temperature) {
    /// Names this generation of weights: changes with every training that is accepted.
    public static final String VERSION = "target-1";

    private static final String RESOURCE = "/firsthour/sentiment/target.bin.gz";
    private static final int FORMAT = 1;

    /// The files of weights that the installation lacks; nothing is loaded for the answer.
    public static List<String> missingModels() {
        return TargetModel.class.getResource(RESOURCE) == null ? List.of(RESOURCE) : List.of();
    }

    /// Loads the weights that come with this version.
    public static TargetModel load() {
        try (InputStream in = TargetModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The weights " + RESOURCE + " are missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The calibrated probabilities for the post and the target that were read last.
    public Probabilities judge(Surroundings around) {
        double[] logits = model.logits(around.features(), around.figures());
        double[] shares = Models.softmax(logits, temperature);
        return new Probabilities(shares[0], shares[1], shares[2]);
    }

    /// Writes the weights in the form that [#read] takes.
    public void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(new GZIPOutputStream(to));
        out.writeInt(FORMAT);
        model.write(out);
        out.writeFloat(temperature);
        out.close();
    }

    static TargetModel read(InputStream from) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(from, 1 << 16)));
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("The weights are of format " + format + ", not " + FORMAT);
        }
        return new TargetModel(LinearModel.read(in), in.readFloat());
    }
}

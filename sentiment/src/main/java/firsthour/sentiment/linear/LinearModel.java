package firsthour.sentiment.linear;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Weights of a trained logistic regression over [Features] and a few figures beside them: what it
/// says is the sum of the weights of what a post has.
///
/// The weights of features are kept in a byte each, with one scale for each class. Models that read
/// the same features may share one [Table], so that a post is looked up once for all of them.
/// Immutable.
public final class LinearModel {
    /// Features that may have weights before more room is made.
    private static final int ROOM = 1 << 10;

    private final int classes;
    private final Table table;

    /// The first of this model's columns in the table.
    private final int column;

    private final float[] scales;

    /// By figure and class.
    private final float[] figures;

    private final float[] bias;

    /// @param weights of each class for each number that a feature may have, in this order
    /// @param figures of each class for each figure, in this order
    /// @param bias of each class
    public LinearModel(int bits, float[][] weights, float[][] figures, float[] bias) {
        this.classes = bias.length;
        this.column = 0;
        this.bias = bias.clone();
        this.figures = new float[figures.length * classes];
        for (int i = 0; i < figures.length; i++) {
            System.arraycopy(figures[i], 0, this.figures, i * classes, classes);
        }
        this.scales = new float[classes];
        for (int k = 0; k < classes; k++) {
            float most = 0;
            for (float weight : weights[k]) {
                most = Math.max(most, Math.abs(weight));
            }
            scales[k] = most / Byte.MAX_VALUE;
        }
        var rows = new Table.Builder(bits, classes, ROOM);
        byte[] row = new byte[classes];
        for (int i = 0; i < 1 << bits; i++) {
            for (int k = 0; k < classes; k++) {
                row[k] = scales[k] == 0 ? 0 : (byte) Math.round(weights[k][i] / scales[k]);
            }
            rows.add(i, row);
        }
        this.table = rows.build();
    }

    private LinearModel(Table table, int column, float[] scales, float[] figures, float[] bias) {
        this.classes = bias.length;
        this.table = table;
        this.column = column;
        this.scales = scales;
        this.figures = figures;
        this.bias = bias;
    }

    /// The same models with one table for all: a post that one of them looks up is looked up for
    /// all of them.
    ///
    /// @param models over features of the same bits; one at the least
    static List<LinearModel> sharing(List<LinearModel> models) {
        var table = Table.sideBySide(models.stream().map(LinearModel::own).toList());
        var sharing = new ArrayList<LinearModel>();
        int column = 0;
        for (var model : models) {
            sharing.add(new LinearModel(table, column, model.scales, model.figures, model.bias));
            column += model.classes;
        }
        return List.copyOf(sharing);
    }

    /// A table of this model alone.
    private Table own() {
        return table.width() == classes ? table : table.columns(column, classes);
    }

    /// What speaks for each class, in no unit: the logarithms of odds that are not calibrated.
    ///
    /// @param figures as many as the model was trained with
    public double[] logits(Features features, float[] figures) {
        return logits(table.sums(features), figures);
    }

    /// The sums of a post's weights, for each of the models that share the table.
    int[] sums(Features features) {
        return table.sums(features);
    }

    /// What speaks for each class, of a post that was looked up.
    ///
    /// @param sums by a model with the same table
    /// @param figures as many as the model was trained with
    double[] logits(int[] sums, float[] figures) {
        double[] logits = new double[classes];
        for (int k = 0; k < classes; k++) {
            logits[k] = (double) sums[column + k] * scales[k] + bias[k];
        }
        int count = this.figures.length / classes;
        for (int i = 0; i < count; i++) {
            if (figures[i] != 0) {
                for (int k = 0; k < classes; k++) {
                    logits[k] += figures[i] * this.figures[i * classes + k];
                }
            }
        }
        return logits;
    }

    /// How each token of a post with three classes moved the sums: the weights of the features that
    /// came from it.
    ///
    /// @param to takes three numbers for each token; what it held is overwritten
    /// @param tokens of the post
    public void shares(Features features, float[] to, int tokens) {
        Arrays.fill(to, 0, 3 * tokens, 0);
        for (int i = 0; i < features.size(); i++) {
            int token = features.owner(i);
            if (token != Features.OF_POST) {
                int at = table.place(features.get(i));
                for (int k = 0; k < 3; k++) {
                    to[3 * token + k] += table.weight(at, column + k) * scales[k];
                }
            }
        }
    }

    /// Writes what is not zero.
    public void write(DataOutput out) throws IOException {
        out.writeByte(classes);
        out.writeByte(table.bits());
        for (int k = 0; k < classes; k++) {
            out.writeFloat(scales[k]);
            out.writeFloat(bias[k]);
        }
        out.writeShort(figures.length);
        for (float figure : figures) {
            out.writeFloat(figure);
        }
        var rows = own();
        out.writeInt(rows.size());
        int last = -1;
        for (int i = 0; i < 1 << rows.bits(); i++) {
            int at = rows.place(i);
            // Further apart than two bytes tell: a feature without weight stands between.
            if (at > 0 || i - last == 0xFFFF) {
                out.writeShort(i - last);
                for (int k = 0; k < classes; k++) {
                    out.writeByte(rows.weight(at, k));
                }
                last = i;
            }
        }
        out.writeShort(0);
    }

    /// Reads what [#write] wrote.
    public static LinearModel read(DataInput in) throws IOException {
        int classes = in.readUnsignedByte();
        int bits = in.readUnsignedByte();
        float[] scales = new float[classes];
        float[] bias = new float[classes];
        for (int k = 0; k < classes; k++) {
            scales[k] = in.readFloat();
            bias[k] = in.readFloat();
        }
        float[] figures = new float[in.readUnsignedShort()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = in.readFloat();
        }
        var rows = new Table.Builder(bits, classes, in.readInt());
        byte[] row = new byte[classes];
        int at = -1;
        for (int step = in.readUnsignedShort(); step != 0; step = in.readUnsignedShort()) {
            at += step;
            in.readFully(row);
            rows.add(at, row);
        }
        return new LinearModel(rows.build(), 0, scales, figures, bias);
    }
}

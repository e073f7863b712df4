package city.minsheng.textmining.triage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/** A model as bytes: labels, keys, weights, planes, temperature, quality. No text is in it. */
final class Kept {

    private static final int FORM = 0x6d730001;

    private Kept() {}

    static byte[] written(Triage model) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(FORM);
            out.writeDouble(model.temperature);
            write(model.quality, out);
            out.writeInt(model.labels.size());
            for (int k = 0; k < model.labels.size(); k++) {
                out.writeUTF(model.labels.get(k));
                out.writeFloat(model.planes.step[k]);
                out.writeFloat(model.planes.bias[k]);
            }
            out.writeInt(model.keys.length);
            for (int i = 0; i < model.keys.length; i++) {
                out.writeLong(model.keys[i]);
                out.writeFloat(model.weights[i]);
            }
            out.write(model.planes.steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Triage read(byte[] written) {
        try (var in = new DataInputStream(new ByteArrayInputStream(written))) {
            if (in.readInt() != FORM) {
                throw new IllegalArgumentException("This model is not of the form that this program writes");
            }
            double temperature = in.readDouble();
            var quality = quality(in);
            var labels = new ArrayList<String>();
            var step = new float[in.readInt()];
            var bias = new float[step.length];
            for (int k = 0; k < step.length; k++) {
                labels.add(in.readUTF());
                step[k] = in.readFloat();
                bias[k] = in.readFloat();
            }
            var keys = new long[in.readInt()];
            var weights = new float[keys.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = in.readLong();
                weights[i] = in.readFloat();
            }
            var steps = in.readNBytes(keys.length * step.length);
            return new Triage(labels, keys, weights, new Planes(steps, step, bias), temperature, quality);
        } catch (IOException e) {
            throw new IllegalArgumentException("This model is cut off", e);
        }
    }

    private static void write(Quality quality, DataOutputStream out) throws IOException {
        out.writeInt(quality.texts());
        for (double each : new double[] {quality.macroF1(), quality.accuracy(), quality.top3(), quality.ece(), quality.coverage90(), quality.accuracy90()}) {
            out.writeDouble(each);
        }
    }

    private static Quality quality(DataInputStream in) throws IOException {
        return new Quality(in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}

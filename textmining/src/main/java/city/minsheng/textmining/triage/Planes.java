package city.minsheng.textmining.triage;

import java.util.Map;

/** One hyperplane for each category, in steps of 1/127 of its largest weight: a quarter of the memory, and no worse. */
final class Planes {

    /** Feature after feature, and within it category after category. */
    final byte[] steps;

    final float[] step;
    final float[] bias;

    Planes(byte[] steps, float[] step, float[] bias) {
        this.steps = steps;
        this.step = step;
        this.bias = bias;
    }

    static Planes of(int labels, int features) {
        return new Planes(new byte[labels * features], new float[labels], new float[labels]);
    }

    /** @param weights of all features that were seen while learning @param kept those that stay, by their new numbers */
    void set(int label, float[] weights, int[] kept) {
        float largest = 1e-9f;
        for (int feature : kept) {
            largest = Math.max(largest, Math.abs(weights[feature]));
        }
        step[label] = largest / 127;
        bias[label] = weights[weights.length - 1];
        for (int i = 0; i < kept.length; i++) {
            steps[i * step.length + label] = (byte) Math.round(weights[kept[i]] / step[label]);
        }
    }

    double[] scores(Map<Integer, Float> seen) {
        var sums = new double[step.length];
        seen.forEach((feature, value) -> {
            int at = feature * sums.length;
            for (int k = 0; k < sums.length; k++) {
                sums[k] += steps[at + k] * value;
            }
        });
        for (int k = 0; k < sums.length; k++) {
            sums[k] = sums[k] * step[k] + bias[k];
        }
        return sums;
    }

    /** How much more the feature speaks for this category than for the average one. */
    double towards(int feature, int label) {
        double mean = 0;
        for (int k = 0; k < step.length; k++) {
            mean += steps[feature * step.length + k] * step[k] / step.length;
        }
        return steps[feature * step.length + label] * step[label] - mean;
    }
}

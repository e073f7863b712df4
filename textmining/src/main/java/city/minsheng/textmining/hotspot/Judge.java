package city.minsheng.textmining.hotspot;

import java.util.Arrays;
import java.util.List;

/** 判定: how likely two requests are about the same thing, by logistic regression on {@link Resemblance#NAMES}. */
public record Judge(double[] weights, double bias) {

    /** Learned from judged pairs; {@code docs/research/hotspots.md} says how and how well. */
    public static final Judge LEARNED = new Judge(new double[] {
        3.31, // title
        0.15, // whole
        0.57, // place
        -2.14, // place_conflict
        -0.70, // district_conflict
        -1.35, // line_conflict
        1.99, // trouble
        -1.92, // trouble_conflict
        0.52, // trouble_title
        -0.50, // weeks
        0.56, // caller
        1.09, // rare
        2.07, // lead
        1.40, // told_least
        0.65, // told_most
    }, -4.02);

    private static final int ROUNDS = 30;
    private static final double ENOUGH = 1e-6;
    private static final double FREE = 1e-3;

    /** A pair of which somebody said whether it is one thing. */
    public record Example(double[] resemblance, boolean same, double weight) {}

    public double of(double[] resemblance) {
        double sum = bias;
        for (int i = 0; i < resemblance.length; i++) {
            sum += weights[i] * resemblance[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * Newton's method. What few examples do not say stays as it was known before.
     *
     * @param stiffness how many examples' worth the earlier weights are
     */
    public static Judge learn(List<Example> examples, Judge before, double stiffness) {
        int size = before.weights().length + 1;
        var start = Arrays.copyOf(before.weights(), size);
        start[size - 1] = before.bias();
        var weights = start.clone();
        for (int round = 0; round < ROUNDS; round++) {
            var gradient = new double[size];
            var curvature = new double[size][size];
            for (var example : examples) {
                add(example, weights, gradient, curvature);
            }
            for (int i = 0; i < size; i++) {
                double hold = i == size - 1 && before.bias() == 0 ? FREE : stiffness; // who knows nothing yet finds the level freely
                gradient[i] -= hold * (weights[i] - start[i]);
                curvature[i][i] += hold;
            }
            if (step(weights, solve(curvature, gradient)) < ENOUGH) {
                break;
            }
        }
        return new Judge(Arrays.copyOf(weights, size - 1), weights[size - 1]);
    }

    private static double step(double[] weights, double[] step) {
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] += step[i];
            largest = Math.max(largest, Math.abs(step[i]));
        }
        return largest;
    }

    private static void add(Example example, double[] weights, double[] gradient, double[][] curvature) {
        int size = weights.length;
        var x = Arrays.copyOf(example.resemblance(), size);
        x[size - 1] = 1;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * x[i];
        }
        double p = 1 / (1 + Math.exp(-sum));
        double error = ((example.same() ? 1 : 0) - p) * example.weight();
        double bend = p * (1 - p) * example.weight();
        for (int i = 0; i < size; i++) {
            gradient[i] += error * x[i];
            for (int j = 0; j < size; j++) {
                curvature[i][j] += bend * x[i] * x[j];
            }
        }
    }

    /** Gauss, with the largest pivot. */
    private static double[] solve(double[][] a, double[] b) {
        int size = b.length;
        for (int i = 0; i < size; i++) {
            int pivot = i;
            for (int row = i + 1; row < size; row++) {
                pivot = Math.abs(a[row][i]) > Math.abs(a[pivot][i]) ? row : pivot;
            }
            swap(a, b, i, pivot);
            for (int row = i + 1; row < size; row++) {
                double factor = a[row][i] / a[i][i];
                for (int column = i; column < size; column++) {
                    a[row][column] -= factor * a[i][column];
                }
                b[row] -= factor * b[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int column = i + 1; column < size; column++) {
                b[i] -= a[i][column] * b[column];
            }
            b[i] /= a[i][i];
        }
        return b;
    }

    private static void swap(double[][] a, double[] b, int i, int j) {
        var row = a[i];
        a[i] = a[j];
        a[j] = row;
        double value = b[i];
        b[i] = b[j];
        b[j] = value;
    }
}

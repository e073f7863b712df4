package city.minsheng.textmining.triage;

import java.util.SplittableRandom;

/**
 * Separates the texts of one category from all others: support vectors with squared loss, found by descent in one coordinate after
 * the other (Hsieh and others 2008). It begins with the texts of the category and a few others, sets aside what lies far on the right
 * side, and takes in what then proves to lie on the wrong one, until nothing does: half to a third of the work of beginning with all.
 */
final class Hyperplane {

    private static final int ROUNDS = 30;
    private static final double CLOSE = 0.3;
    private static final int OTHERS = 4;
    private static final int FEWEST = 200;
    private final Rows rows;
    private final int[] chosen;
    private final boolean[] inside;
    private final double[] cost;
    private final double[] strength;
    private final double[] curve;
    private final int[] order;
    private final float[] weights;
    private float bias;
    private double farthest = Double.POSITIVE_INFINITY;

    /** @param cost of each chosen row, were it on the wrong side */
    private Hyperplane(Rows rows, int features, int[] chosen, boolean[] inside, double[] cost) {
        this.rows = rows;
        this.chosen = chosen;
        this.inside = inside;
        this.cost = cost;
        weights = new float[features + 1];
        strength = new double[chosen.length];
        curve = new double[chosen.length];
        order = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            curve[i] = 1 + rows.square(chosen[i]) + 0.5 / cost[i];
            order[i] = i;
        }
    }

    /** One weight for each feature, the last one for all texts. */
    static float[] between(Rows rows, int features, int[] chosen, boolean[] inside, double[] cost) {
        var plane = new Hyperplane(rows, features, chosen, inside, cost);
        plane.descend(new SplittableRandom(1));
        plane.weights[features] = plane.bias;
        return plane.weights;
    }

    private void descend(SplittableRandom random) {
        int active = nearest(random);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(active, random);
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (int at = 0; at < active; at++) {
                int i = order[at];
                double slope = slope(i);
                if (strength[i] == 0 && slope > farthest) {
                    swap(at--, --active);
                    continue;
                }
                double projected = strength[i] == 0 ? Math.min(0, slope) : slope;
                highest = Math.max(highest, projected);
                lowest = Math.min(lowest, projected);
                if (projected != 0) move(i, slope);
            }
            farthest = highest <= 0 ? Double.POSITIVE_INFINITY : highest;
            if (highest - lowest <= CLOSE) {
                int before = active;
                active = wrong(active);
                if (active == before) return;
                farthest = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** To begin with: the texts of the category, and some of the others. Most of those never matter. */
    private int nearest(SplittableRandom random) {
        int begin = 0;
        for (int at = 0; at < order.length; at++) {
            if (inside[order[at]]) swap(at, begin++);
        }
        int end = Math.min(order.length, begin + Math.max(OTHERS * begin, FEWEST));
        for (int at = begin; at < end; at++) {
            swap(at, at + random.nextInt(order.length - at));
        }
        return end;
    }

    /** What was left out and lies too near, or on the wrong side, comes in. */
    private int wrong(int active) {
        int end = active;
        for (int at = active; at < order.length; at++) {
            if (slope(order[at]) < -CLOSE) swap(at, end++);
        }
        return end;
    }

    private double slope(int i) {
        double side = rows.times(chosen[i], weights) + bias;
        return (inside[i] ? side : -side) - 1 + strength[i] * 0.5 / cost[i];
    }

    private void move(int i, double slope) {
        double before = strength[i];
        strength[i] = Math.max(0, before - slope / curve[i]);
        double step = (strength[i] - before) * (inside[i] ? 1 : -1);
        rows.addTo(weights, chosen[i], step);
        bias += (float) step;
    }

    private void shuffle(int active, SplittableRandom random) {
        for (int i = 0; i < active; i++) {
            swap(i, i + random.nextInt(active - i));
        }
    }

    private void swap(int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }
}

package city.minsheng.textmining.triage;

/** Makes probabilities of distances: one number, chosen so that what the model promises of texts it has not seen comes true. */
final class Temperature {

    private static final double COLDEST = 0.2;
    private static final double STEP = 1.03;
    private static final int STEPS = 155; // up to 20

    private Temperature() {}

    /** The loss falls to its least value and rises again: a third of what is left can be thrown away at each look. */
    static double of(double[][] scores, int[] truth) {
        int low = 0;
        int high = STEPS;
        while (high - low > 2) {
            int third = (high - low) / 3;
            if (loss(scores, truth, at(low + third)) <= loss(scores, truth, at(high - third))) {
                high -= third;
            } else {
                low += third;
            }
        }
        int best = low;
        for (int i = low; i <= high; i++) {
            best = loss(scores, truth, at(i)) < loss(scores, truth, at(best)) ? i : best;
        }
        return at(best);
    }

    private static double at(int step) {
        return COLDEST * Math.pow(STEP, step);
    }

    private static double loss(double[][] scores, int[] truth, double temperature) {
        double loss = 0;
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) loss -= Math.log(Math.max(1e-12, probabilities(scores[i], temperature)[truth[i]]));
        }
        return loss;
    }

    static double[] probabilities(double[] scores, double temperature) {
        var result = new double[scores.length];
        double highest = scores[Quality.best(scores)];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += result[k] = Math.exp((scores[k] - highest) * temperature);
        }
        for (int k = 0; k < scores.length; k++) {
            result[k] /= sum;
        }
        return result;
    }
}

package city.minsheng.textmining.triage;

/** Makes probabilities of distances: one number, chosen so that what the model promises of texts it has not seen comes true. */
final class Temperature {

    private static final double STEP = 1.03;

    private Temperature() {}

    static double of(double[][] scores, int[] truth) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double each = 0.2; each < 20; each *= STEP) {
            double loss = loss(scores, truth, each);
            if (loss < least) {
                least = loss;
                best = each;
            }
        }
        return best;
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

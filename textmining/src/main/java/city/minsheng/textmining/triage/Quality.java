package city.minsheng.textmining.triage;

/**
 * How good guesses were on texts that the model had not seen.
 *
 * @param texts how many
 * @param macroF1 mean over the categories: a rare one counts as much as a frequent one
 * @param top3 share with the right one among the first three
 * @param ece expected calibration error: how far probabilities are from what came true
 * @param coverage90 share of guesses with a probability of 0.9 or more
 * @param accuracy90 share of those that were right
 */
public record Quality(int texts, double macroF1, double accuracy, double top3, double ece, double coverage90, double accuracy90) {

    public static final Quality UNKNOWN = new Quality(0, 0, 0, 0, 0, 0, 0);
    private static final int BINS = 15;

    /** @param probabilities for each text, one for each category @param truth the right one; texts with −1 are left out */
    public static Quality of(double[][] probabilities, int[] truth, int categories) {
        var count = new Counting(categories);
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] >= 0) count.add(probabilities[i], truth[i]);
        }
        return count.quality();
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            if (probabilities[k] > probabilities[best]) best = k;
        }
        return best;
    }

    private static final class Counting {

        private final int[] right;
        private final int[] guessed;
        private final int[] there;
        private final double[] promised = new double[BINS];
        private final int[] kept = new int[BINS];
        private int texts;
        private int amongThree;
        private int sure;
        private int sureAndRight;

        Counting(int categories) {
            right = new int[categories];
            guessed = new int[categories];
            there = new int[categories];
        }

        void add(double[] probabilities, int truth) {
            int best = best(probabilities);
            double probability = probabilities[best];
            int bin = Math.min(BINS - 1, (int) (probability * BINS));
            texts++;
            guessed[best]++;
            there[truth]++;
            promised[bin] += probability;
            if (better(probabilities, truth) < 3) amongThree++;
            if (probability >= 0.9) sure++;
            if (best == truth) {
                right[truth]++;
                kept[bin]++;
                if (probability >= 0.9) sureAndRight++;
            }
        }

        private static int better(double[] probabilities, int truth) {
            int better = 0;
            for (double each : probabilities) {
                if (each > probabilities[truth]) better++;
            }
            return better;
        }

        Quality quality() {
            if (texts == 0) return UNKNOWN;
            double f1 = 0;
            int seen = 0;
            int hits = 0;
            for (int k = 0; k < right.length; k++) {
                hits += right[k];
                if (there[k] > 0) {
                    seen++;
                    f1 += 2.0 * right[k] / (guessed[k] + there[k]);
                }
            }
            double gap = 0;
            for (int bin = 0; bin < BINS; bin++) {
                gap += Math.abs(promised[bin] - kept[bin]);
            }
            return new Quality(texts, f1 / seen, share(hits), share(amongThree), gap / texts, share(sure), sure == 0 ? 0 : (double) sureAndRight / sure);
        }

        private double share(int count) {
            return (double) count / texts;
        }
    }
}

package city.minsheng.textmining.triage;

/**
 * How much a feature says: more if few texts have it, and more if those belong to one category. Computed from the texts that are
 * learned from, never from those that are measured.
 */
final class Weighing {

    private static final int AT_LEAST = 2;
    private final Texts texts;
    private final int[] chosen;
    private final int[] size;
    private final int[] all;

    private Weighing(Texts texts, int[] chosen) {
        this.texts = texts;
        this.chosen = chosen;
        size = new int[texts.labels.size()];
        all = new int[texts.numbers.size()];
    }

    /** One weight for each feature; 0 for what occurs once only. */
    static float[] of(Texts texts, int[] chosen) {
        return new Weighing(texts, chosen).weights();
    }

    private float[] weights() {
        var byLabel = byLabel();
        var telling = new float[all.length];
        var seen = new int[all.length];
        for (int label = 0; label < byLabel.length; label++) {
            for (int i = 0; i < byLabel[label].length; i++) count(byLabel[label][i], seen, 1);
            for (int i = 0; i < byLabel[label].length; i++) tell(byLabel[label][i], label, seen, telling);
            for (int i = 0; i < byLabel[label].length; i++) count(byLabel[label][i], seen, 0);
        }
        return rareAndTelling(telling);
    }

    /** Also counts in how many texts each feature is. */
    private int[][] byLabel() {
        for (int row : chosen) {
            size[texts.label[row]]++;
            for (int at = texts.rows.start(row); at < texts.rows.end(row); at++) all[texts.rows.column(at)]++;
        }
        var byLabel = new int[size.length][];
        for (int label = 0; label < size.length; label++) byLabel[label] = new int[size[label]];
        var next = new int[size.length];
        for (int row : chosen) byLabel[texts.label[row]][next[texts.label[row]]++] = row;
        return byLabel;
    }

    private void count(int row, int[] seen, int factor) {
        for (int at = texts.rows.start(row); at < texts.rows.end(row); at++) {
            int feature = texts.rows.column(at);
            seen[feature] = factor * (seen[feature] + 1);
        }
    }

    /** How much more often the feature is in texts of the label than in others, as the amount of a logarithm. */
    private void tell(int row, int label, int[] seen, float[] telling) {
        for (int at = texts.rows.start(row); at < texts.rows.end(row); at++) {
            int feature = texts.rows.column(at);
            double inside = (seen[feature] + 1.0) / (size[label] + 2.0);
            double outside = (all[feature] - seen[feature] + 1.0) / (chosen.length - size[label] + 2.0);
            telling[feature] = (float) Math.max(telling[feature], Math.abs(Math.log(inside / outside)));
        }
    }

    private float[] rareAndTelling(float[] telling) {
        for (int feature = 0; feature < all.length; feature++) {
            double rare = Math.log((1.0 + chosen.length) / (1.0 + all[feature])) + 1;
            telling[feature] = all[feature] < AT_LEAST ? 0 : (float) (rare * (1 + telling[feature]));
        }
        return telling;
    }
}

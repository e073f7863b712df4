package city.minsheng.hotspot;

/** Whether so many calls can still be chance. */
final class Unusual {

    private static final long NOBODY_COUNTS = 1_000_000;

    private Unusual() {}

    /** The chance in words that are read: at most once in so many, in round numbers. */
    static long oneIn(double chance) {
        long many = 1;
        while (many < NOBODY_COUNTS && chance * many * 10 <= 1) {
            many *= 10;
        }
        return many;
    }

    /** How likely {@code seen} or more are where {@code expected} are usual: the upper tail of Poisson. */
    static double chance(int seen, double expected) {
        if (seen <= 0) {
            return 1;
        }
        double term = Math.exp(-expected);
        double below = 0;
        for (int i = 0; i < seen; i++) {
            below += term;
            term *= expected / (i + 1);
        }
        double rest = 0; // summed from the small end where 1 − below would be rounded away
        for (int i = seen; i < seen + 60 && term > 0; i++) {
            rest += term;
            term *= expected / (i + 1);
        }
        return below > 0.5 ? rest : 1 - below;
    }
}

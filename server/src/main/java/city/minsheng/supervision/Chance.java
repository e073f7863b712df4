package city.minsheng.supervision;

/** Whether a share has grown by more than luck: Fisher's exact test, one-sided, on orders now and before. */
final class Chance {

    private static final int EXACT = 200;

    private Chance() {}

    /**
     * How likely it is that at least {@code hits} of {@code n} fall to now, were the {@code hits + hitsBefore} spread by lot
     * over all {@code n + before}: the upper tail of the hypergeometric distribution.
     */
    static double ofSoMany(int hits, int n, int hitsBefore, int before) {
        int all = hits + hitsBefore;
        double chance = 0;
        for (int x = hits; x <= Math.min(all, n); x++) {
            if (all - x <= before) {
                chance += Math.exp(ways(n, x) + ways(before, all - x) - ways(n + before, all));
            }
        }
        return Math.min(1, chance);
    }

    /** The logarithm of how many ways there are to take k of n. */
    private static double ways(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(int n) {
        if (n < EXACT) {
            double sum = 0;
            for (int i = 2; i <= n; i++) {
                sum += Math.log(i);
            }
            return sum;
        }
        return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1.0 / (12.0 * n) - 1.0 / (360.0 * n * n * n); // Stirling
    }
}

package city.minsheng.hotspot;

import java.util.Arrays;
import java.util.OptionalInt;

/** 起势: on which day a season began to be felt. */
final class Onset {

    private static final int WEEK = 7;
    private static final int LEAST = 5;
    private static final double TIMES = 2;

    private Onset() {}

    /**
     * The first day that begins a week of at least twice what a week of the quiet days before had, and of five calls.
     *
     * @param days  calls of each day
     * @param quiet so many days at the beginning are what is usual
     */
    static OptionalInt rise(int[] days, int quiet) {
        double usual = Arrays.stream(days, 0, quiet).sum() * (double) WEEK / quiet;
        for (int day = quiet; day + WEEK <= days.length; day++) {
            int week = Arrays.stream(days, day, day + WEEK).sum();
            if (days[day] > 0 && week >= Math.max(LEAST, TIMES * usual)) {
                return OptionalInt.of(day);
            }
        }
        return OptionalInt.empty();
    }
}

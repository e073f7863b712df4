package city.minsheng.textmining.hotspot;

import java.util.Arrays;

/**
 * What was read in one request. All lists are sorted numbers without repeats.
 *
 * @param squares    the squared weight of each of {@code all} as it was on that day: looking them up for every pair costs most of the time
 * @param spots      the terms of all names of places
 * @param lead       the letters that open the title after the district: estates without a telling end stand there
 * @param lines      numbers that name a bus or a metro line
 */
record Reading(int number, Request request, int[] title, int[] all, float[] squares, int[] titleSpots, int[] spots, int[] lead,
        int[] titleTroubles, int[] troubles, int[] lines, int district, double day) {

    double length() {
        double length = 0;
        for (float square : squares) {
            length += square;
        }
        return Math.sqrt(length);
    }

    static boolean has(int[] sorted, int term) {
        return Arrays.binarySearch(sorted, term) >= 0;
    }
}

package city.minsheng.textmining.hotspot;

/**
 * What was read in one request. All lists are sorted numbers without repeats. The text itself is not kept.
 *
 * @param caller     a number for each different caller
 * @param squares    the squared weight of each of {@code all} as it was on that day: looking them up for every pair costs most of the time
 * @param placed     which of {@code all} stand in {@code spots} or {@code lead}
 * @param length     of all the weights together
 * @param rest       what is left of the title without its own place
 * @param spots      the terms of all names of places
 * @param lead       the letters that open the title after the district: estates without a telling end stand there
 * @param lines      numbers that name a bus or a metro line
 */
record Reading(int number, String id, int caller, int[] all, float[] squares, boolean[] placed, double length, int[] title, int[] rest,
        int[] titleSpots, int[] spots, int[] lead, int[] titleTroubles, int[] troubles, int[] lines, int district, double day) {}

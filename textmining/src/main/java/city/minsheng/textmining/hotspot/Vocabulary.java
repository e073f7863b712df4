package city.minsheng.textmining.hotspot;

import java.util.Arrays;

/** Numbers the terms in the order in which they are met, and counts in how many requests each stood. */
final class Vocabulary {

    /** As if so many requests had been read before: the first day weighs words as the hundredth does. */
    private static final double PRIOR_TEXTS = 4000;
    private static final double PRIOR_REQUESTS = 1;
    private static final double[] LOG = new double[1 << 16];

    static {
        for (int i = 0; i < LOG.length; i++) {
            LOG[i] = Math.log(i + PRIOR_REQUESTS);
        }
    }

    private int[] codes = new int[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int[] requests = new int[1 << 15];
    private int size;
    private int texts;
    private double logTexts = Math.log(PRIOR_TEXTS);

    /** The number of this term, from 1. */
    int number(int code) {
        int slot = slot(code);
        if (numbers[slot] == 0) {
            codes[slot] = code;
            numbers[slot] = ++size;
            if (size == requests.length) {
                requests = Arrays.copyOf(requests, size * 2);
            }
            if (size * 2 > codes.length) {
                grow();
                return number(code);
            }
        }
        return numbers[slot];
    }

    private int slot(int code) {
        int mask = codes.length - 1;
        int slot = (code * 0x9E3779B9 >>> 7) & mask;
        while (numbers[slot] != 0 && codes[slot] != code) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        var oldCodes = codes;
        var oldNumbers = numbers;
        codes = new int[oldCodes.length * 2];
        numbers = new int[codes.length];
        for (int i = 0; i < oldCodes.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldCodes[i]);
                codes[slot] = oldCodes[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    void count(int[] terms) {
        texts++;
        logTexts = Math.log(texts + PRIOR_TEXTS);
        for (int term : terms) {
            requests[term]++;
        }
    }

    int requests(int term) {
        return requests[term];
    }

    double square(int term) {
        double weight = weight(term);
        return weight * weight;
    }

    /** What it says that two requests share this term: much if few have it. */
    double weight(int term) {
        return logTexts - LOG[Math.min(requests[term], LOG.length - 1)];
    }

}

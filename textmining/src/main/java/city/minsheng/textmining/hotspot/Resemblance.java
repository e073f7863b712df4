package city.minsheng.textmining.hotspot;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two requests resemble each other, in a few numbers that can be explained. The lesson of the field is in {@code told}:
 * what is left of a title without the words of both places must stand in the other request too, for most errors are one
 * place with two troubles.
 */
public final class Resemblance {

    /** The numbers, in their order. */
    public static final List<String> NAMES = List.of("title", "whole", "place", "place_conflict", "district_conflict", "line_conflict",
            "trouble", "trouble_conflict", "trouble_title", "weeks", "caller", "rare", "lead", "told_least", "told_most");

    private static final double NOTHING_LEFT = 0.3;
    private static final double SAME_PLACE = 0.25;
    private static final double NOTHING = 1e-6;
    private static final double WEEK = 7;
    private static final double RAREST = 8;

    private static final byte ALL = 1;
    private static final byte TITLE = 2;
    private static final byte REST = 4;
    private static final byte SPOT = 8;
    private static final byte LEAD = 16;
    private static final byte TITLE_SPOT = 32;

    private final Vocabulary words;
    private @Nullable Reading one;
    private byte[] marks = new byte[1 << 15];
    private float[] squares = new float[1 << 15];
    private double titleLength;
    private double restLength;
    private double leadLength;
    private double spotLength;

    Resemblance(Vocabulary words) {
        this.words = words;
    }

    /** The weights of words have moved. */
    void forget() {
        if (one != null) {
            for (var list : lists(one)) {
                for (int term : list) {
                    marks[term] = 0;
                }
            }
            one = null;
        }
    }

    /** What is known of this one lies in tables by term from now on: each other one is read once, from front to back. */
    private void look(Reading reading) {
        forget();
        one = reading;
        var lists = lists(reading);
        for (int i = 0; i < lists.length; i++) {
            mark(lists[i], 1 << i);
        }
        for (int i = 0; i < reading.all().length; i++) {
            squares[reading.all()[i]] = reading.squares()[i];
        }
        titleLength = length(reading.title());
        restLength = length(reading.rest());
        leadLength = length(reading.lead());
        spotLength = length(reading.titleSpots());
    }

    /** In the order of the bits of the marks. */
    private static int[][] lists(Reading reading) {
        return new int[][] {reading.all(), reading.title(), reading.rest(), reading.spots(), reading.lead(), reading.titleSpots()};
    }

    private void mark(int[] terms, int bit) {
        if (terms.length > 0 && terms[terms.length - 1] >= marks.length) {
            int size = Math.max(marks.length * 2, terms[terms.length - 1] + 1);
            marks = Arrays.copyOf(marks, size);
            squares = Arrays.copyOf(squares, size);
        }
        for (int term : terms) {
            marks[term] |= (byte) bit;
        }
    }

    /** Of the first one many are asked in a row. */
    double[] of(Reading a, Reading b) {
        if (one != a) {
            look(a);
        }
        var numbers = new double[NAMES.size()];
        numbers[0] = title(b);
        whole(a, b, numbers);
        places(a, b, numbers);
        troubles(a, b, numbers);
        numbers[9] = Math.log(1 + Math.abs(a.day() - b.day()) / WEEK);
        numbers[10] = a.caller() == b.caller() ? 1 : 0;
        return numbers;
    }

    private double title(Reading b) {
        double shared = 0;
        double length = 0;
        for (int term : b.title()) {
            double square = words.square(term);
            length += square;
            shared += (mark(term) & TITLE) != 0 ? square : 0;
        }
        return shared == 0 ? 0 : shared / Math.sqrt(titleLength * length);
    }

    /** Whole, rarest, lead and what is told: all that hangs on every term of the other one. */
    private void whole(Reading a, Reading b, double[] numbers) {
        double shared = 0;
        double rarest = 0;
        double lead = 0;
        double told = 0;
        for (int i = 0; i < b.all().length; i++) {
            int term = b.all()[i];
            int mark = mark(term);
            if ((mark & ALL) != 0) {
                double least = Math.min(squares[term], b.squares()[i]);
                shared += least;
                rarest = Math.max(rarest, least);
                lead += (mark & LEAD) != 0 ? words.square(term) : 0;
                told += (mark & REST) != 0 && !b.placed()[i] ? words.square(term) : 0;
            }
        }
        numbers[1] = shared == 0 ? 0 : shared / (a.length() * b.length());
        numbers[11] = Math.sqrt(rarest) / RAREST;
        numbers[12] = Math.max(leadLength == 0 ? 0 : lead / leadLength, Math.max(0, covered(b.lead(), ALL)));
        told(a, b, told, numbers);
    }

    private void places(Reading a, Reading b, double[] numbers) {
        double here = spotLength == 0 ? -1 : marked(b.spots(), TITLE_SPOT) / spotLength;
        double there = covered(b.titleSpots(), SPOT);
        numbers[2] = Math.max(0, Math.max(here, there));
        numbers[3] = here >= 0 && there >= 0 && Math.max(here, there) < SAME_PLACE ? 1 : 0;
        numbers[4] = a.district() != 0 && b.district() != 0 && a.district() != b.district() ? 1 : 0;
        numbers[5] = a.lines().length > 0 && b.lines().length > 0 && Text.common(a.lines(), b.lines()) == 0 ? 1 : 0;
    }

    private static void troubles(Reading a, Reading b, double[] numbers) {
        numbers[6] = Text.contained(a.troubles(), b.troubles());
        numbers[7] = a.titleTroubles().length > 0 && b.titleTroubles().length > 0 && Text.common(a.titleTroubles(), b.troubles()) == 0
                && Text.common(b.titleTroubles(), a.troubles()) == 0 ? 1 : 0;
        numbers[8] = Text.contained(a.titleTroubles(), b.titleTroubles());
    }

    /** How much of each title stands in the other one, the words of both places left out. */
    private void told(Reading a, Reading b, double shared, double[] numbers) {
        double left = restLength - marked(b.spots(), REST);
        for (int term : b.lead()) {
            left -= (mark(term) & REST) != 0 && Arrays.binarySearch(b.spots(), term) < 0 ? words.square(term) : 0;
        }
        double here = left < NOTHING ? -1 : shared / left;
        double there = toldBy(b);
        numbers[13] = here < 0 || there < 0 ? NOTHING_LEFT : Math.min(here, there);
        numbers[14] = Math.max(0, Math.max(here, there));
    }

    private double toldBy(Reading b) {
        double all = 0;
        double shared = 0;
        for (int term : b.rest()) {
            int mark = mark(term);
            if ((mark & (SPOT | LEAD)) == 0) {
                double square = words.square(term);
                all += square;
                shared += (mark & ALL) != 0 ? square : 0;
            }
        }
        return all == 0 ? -1 : shared / all;
    }

    /** Both titles name a place or a line, and not the same. */
    static boolean isElsewhere(double[] resemblance) {
        return resemblance[3] > 0 || resemblance[5] > 0;
    }

    private int mark(int term) {
        return term < marks.length ? marks[term] : 0;
    }

    private double length(int[] terms) {
        double length = 0;
        for (int term : terms) {
            length += words.square(term);
        }
        return length;
    }

    private double marked(int[] terms, int bit) {
        double marked = 0;
        for (int term : terms) {
            marked += (mark(term) & bit) != 0 ? words.square(term) : 0;
        }
        return marked;
    }

    /** How much of these stands in the one that is looked at, or −1 where there are none. */
    private double covered(int[] terms, int bit) {
        return terms.length == 0 ? -1 : marked(terms, bit) / length(terms);
    }
}

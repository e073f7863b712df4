package city.minsheng.textmining.hotspot;

import java.util.List;

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
    private final Vocabulary words;

    Resemblance(Vocabulary words) {
        this.words = words;
    }

    double[] of(Reading a, Reading b) {
        double placeA = covered(a.titleSpots(), b.spots());
        double placeB = covered(b.titleSpots(), a.spots());
        var whole = whole(a, b);
        double toldA = told(a, b);
        double toldB = told(b, a);
        return new double[] {
            cosine(a.title(), b.title()),
            whole.cosine(),
            Math.max(0, Math.max(placeA, placeB)),
            placeConflict(placeA, placeB) ? 1 : 0,
            a.district() != 0 && b.district() != 0 && a.district() != b.district() ? 1 : 0,
            lineConflict(a, b) ? 1 : 0,
            Text.contained(a.troubles(), b.troubles()),
            troubleConflict(a, b) ? 1 : 0,
            Text.contained(a.titleTroubles(), b.titleTroubles()),
            Math.log1p(Math.abs(a.day() - b.day()) / 7),
            a.request().caller().equals(b.request().caller()) ? 1 : 0,
            whole.rarest() / 8,
            Math.max(0, Math.max(covered(a.lead(), b.all()), covered(b.lead(), a.all()))),
            toldA < 0 || toldB < 0 ? NOTHING_LEFT : Math.min(toldA, toldB),
            Math.max(0, Math.max(toldA, toldB))};
    }

    /** Both titles name a place or a line, and not the same. */
    static boolean isElsewhere(double[] resemblance) {
        return resemblance[3] > 0 || resemblance[5] > 0;
    }

    private static boolean placeConflict(double placeA, double placeB) {
        return placeA >= 0 && placeB >= 0 && Math.max(placeA, placeB) < SAME_PLACE;
    }

    private static boolean lineConflict(Reading a, Reading b) {
        return a.lines().length > 0 && b.lines().length > 0 && Text.common(a.lines(), b.lines()) == 0;
    }

    private static boolean troubleConflict(Reading a, Reading b) {
        return a.titleTroubles().length > 0 && b.titleTroubles().length > 0 && Text.common(a.titleTroubles(), b.troubles()) == 0
                && Text.common(b.titleTroubles(), a.troubles()) == 0;
    }

    /** How much of a's title stands in b, the words of both places left out; −1 where nothing is left. */
    private double told(Reading a, Reading b) {
        double all = 0;
        double shared = 0;
        for (int term : a.title()) {
            if (!Reading.has(a.spots(), term) && !Reading.has(b.spots(), term) && !Reading.has(a.lead(), term) && !Reading.has(b.lead(), term)) {
                double square = words.square(term);
                all += square;
                shared += Reading.has(b.all(), term) ? square : 0;
            }
        }
        return all == 0 ? -1 : shared / all;
    }

    private double cosine(int[] a, int[] b) {
        double shared = 0;
        double lengthA = 0;
        double lengthB = 0;
        int at = 0;
        for (int term : a) {
            double square = words.square(term);
            lengthA += square;
            while (at < b.length && b[at] < term) {
                lengthB += words.square(b[at++]);
            }
            shared += at < b.length && b[at] == term ? square : 0;
        }
        while (at < b.length) {
            lengthB += words.square(b[at++]);
        }
        return shared == 0 ? 0 : shared / Math.sqrt(lengthA * lengthB);
    }

    /** How much of a's weight stands in b, or −1 where a is empty. */
    private double covered(int[] a, int[] b) {
        double all = 0;
        double shared = 0;
        int at = 0;
        for (int term : a) {
            double square = words.square(term);
            all += square;
            while (at < b.length && b[at] < term) {
                at++;
            }
            shared += at < b.length && b[at] == term ? square : 0;
        }
        return all == 0 ? -1 : shared / all;
    }

    private record Whole(double cosine, double rarest) {}

    private static Whole whole(Reading a, Reading b) {
        double shared = 0;
        double rarest = 0;
        int at = 0;
        for (int i = 0; i < a.all().length; i++) {
            int term = a.all()[i];
            while (at < b.all().length && b.all()[at] < term) {
                at++;
            }
            if (at < b.all().length && b.all()[at] == term) {
                double square = Math.min(a.squares()[i], b.squares()[at]);
                shared += square;
                rarest = Math.max(rarest, square);
            }
        }
        return new Whole(shared == 0 ? 0 : shared / (a.length() * b.length()), Math.sqrt(rarest));
    }
}

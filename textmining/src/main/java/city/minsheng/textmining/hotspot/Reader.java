package city.minsheng.textmining.hotspot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Reads a request into what can be compared. */
final class Reader {

    private static final int BODY = 600;
    private static final int LEAD = 6;
    private static final String DIGITS = "一二三四五六七八九";
    private static final double DAY = 86_400;

    private final Spots spots;
    private final Vocabulary words;
    private final Map<String, Integer> callers = new HashMap<>();
    private int count;

    Reader(Spots spots, Vocabulary words) {
        this.spots = spots;
        this.words = words;
    }

    Reading read(Request request) {
        var title = Text.plain(request.title());
        var whole = Text.plain(request.title() + "。" + request.body().substring(0, Math.min(BODY, request.body().length())));
        var place = Text.plain(request.place());
        var lead = terms(title, lead(title));
        var all = terms(whole, all(whole));
        var known = terms(place, all(place));
        var spots = Text.union(terms(whole, this.spots.in(whole)), known);
        var squares = squares(all);
        var inTitle = terms(title, all(title));
        var around = Text.union(spots, lead);
        int district = this.spots.district(title);
        return new Reading(count++, request.id(), callers.computeIfAbsent(request.caller(), caller -> callers.size()), all, squares, placed(all, around), length(squares), inTitle, Text.without(inTitle, around),
                known.length > 0 ? known : terms(title, this.spots.in(title)), spots, lead, Troubles.in(title), Troubles.in(whole), lines(title),
                district == 0 ? this.spots.district(whole) : district, request.at().getEpochSecond() / DAY);
    }

    private static boolean[] placed(int[] all, int[] around) {
        var placed = new boolean[all.length];
        for (int i = 0; i < all.length; i++) {
            placed[i] = Arrays.binarySearch(around, all[i]) >= 0;
        }
        return placed;
    }

    private static double length(float[] squares) {
        double length = 0;
        for (float square : squares) {
            length += square;
        }
        return Math.sqrt(length);
    }

    private float[] squares(int[] terms) {
        var squares = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            squares[i] = (float) words.square(terms[i]);
        }
        return squares;
    }

    private static boolean[] all(char[] text) {
        var all = new boolean[text.length];
        Arrays.fill(all, true);
        return all;
    }

    private boolean[] lead(char[] title) {
        var lead = new boolean[title.length];
        int from = spots.afterDistrict(title);
        if (from > 0) {
            Arrays.fill(lead, Math.min(from, title.length), Math.min(from + LEAD, title.length), true);
        }
        return lead;
    }

    private int[] terms(char[] text, boolean[] where) {
        var found = new int[text.length];
        var size = new int[1];
        Text.terms(text, (code, from, to) -> {
            if (where[from] && where[to - 1]) {
                found[size[0]++] = words.number(code);
            }
        });
        return Text.sorted(found, size[0]);
    }

    private static int[] lines(char[] text) {
        var found = new int[text.length];
        int size = 0;
        int value = 0;
        for (int i = 0; i < text.length; i++) {
            int digit = Character.digit(text[i], 10);
            digit = digit >= 0 ? digit : DIGITS.indexOf(text[i]) + 1;
            boolean bus = text[i] == '路';
            if (value > 0 && (bus || Text.stands(text, i, "号线"))) {
                found[size++] = value * 2 + (bus ? 1 : 0);
            }
            value = digit > 0 || value > 0 && text[i] == '0' ? value * 10 + digit : 0;
        }
        return Text.sorted(found, size);
    }
}

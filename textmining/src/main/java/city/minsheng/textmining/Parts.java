package city.minsheng.textmining;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a phrase is about when it stands nowhere as it is: its words, each of two characters at least. Single ones are taken
 * with their neighbour, as the 不热 of 暖气不热; two characters of different words, as its 气不, say nothing.
 */
public final class Parts {

    private static final int SHORT = 2;

    private Parts() {}

    /** Each once, in their order. A single word of Chinese comes in its pairs; a phrase of two characters has no parts. */
    public static List<String> of(String phrase) {
        var words = Words.in(phrase);
        var parts = new LinkedHashSet<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.text().length() >= SHORT) {
                parts.add(word.text());
            } else if (i > 0 && isSingle(words.get(i - 1)) && words.get(i - 1).end() == word.start() && isSingle(word)) {
                parts.add(words.get(i - 1).text() + word.text());
            }
        }
        if (words.size() == 1) {
            return pairs(words.getFirst().text());
        }
        return List.copyOf(parts);
    }

    private static boolean isSingle(Words.Word word) {
        return word.text().length() == 1 && Words.isChinese(word.text().charAt(0));
    }

    private static List<String> pairs(String word) {
        var pairs = new ArrayList<String>();
        for (int i = 0; word.length() > SHORT && i + SHORT <= word.length() && Words.isChinese(word.charAt(0)); i++) {
            pairs.add(word.substring(i, i + SHORT));
        }
        return List.copyOf(new LinkedHashSet<>(pairs));
    }
}

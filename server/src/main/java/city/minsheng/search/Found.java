package city.minsheng.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param hits    what has everything as it was typed comes first, behind it what has some of its words
 * @param count   of what has everything as it was typed, exactly
 * @param byWords the others; null where the exact ones reach over the end of these hits, or nothing can be taken apart
 */
public record Found(List<Hit> hits, long count, @Nullable ByWords byWords) {

    /**
     * @param words what was looked for instead of the phrase
     * @param count how many have enough of them; with {@code more}, so many at least
     */
    public record ByWords(List<String> words, long count, boolean more) {}

    static final Found NOTHING = new Found(List.of(), 0, null);
}

package city.minsheng.search;

import java.util.List;

/**
 * @param count   of all that was found, exactly
 * @param loosely nothing had the phrases as they were typed; these have all their words
 */
public record Found(List<Hit> hits, long count, boolean loosely) {

    static final Found NOTHING = new Found(List.of(), 0, false);
}

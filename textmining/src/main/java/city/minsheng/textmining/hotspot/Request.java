package city.minsheng.textmining.hotspot;

import java.time.Instant;

/**
 * 诉求, as far as grouping looks at it.
 *
 * @param caller who asks, in whatever form is the same for the same person
 * @param place  the estate or road, where it is known for sure; empty: it is looked for in the text
 */
public record Request(String id, String caller, String title, String body, String place, Instant at) {

    /** From a place that the text alone tells of. */
    public Request(String id, String caller, String title, String body, Instant at) {
        this(id, caller, title, body, "", at);
    }
}

package city.minsheng.search;

/**
 * How this node's index stands.
 *
 * @param done      of {@code total} subjects, while one is being built; what is there already can be found
 */
public record State(Phase phase, long documents, long done, long total) {

    public enum Phase { OFF, OPENING, BUILDING, READY }
}

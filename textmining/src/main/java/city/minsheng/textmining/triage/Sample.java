package city.minsheng.textmining.triage;

/**
 * A text and where it belongs.
 *
 * @param hint from a catalogue or a template, not said by anybody: counts less, and is not measured
 */
public record Sample(String text, String label, boolean hint) {

    /** Decided by a person. */
    public static Sample decided(String text, String label) {
        return new Sample(text, label, false);
    }

    public static Sample hint(String text, String label) {
        return new Sample(text, label, true);
    }
}

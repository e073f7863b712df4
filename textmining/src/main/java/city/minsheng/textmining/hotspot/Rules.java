package city.minsheng.textmining.hotspot;

/**
 * When a request joins. Two requests must be surely alike to become an event; to an event that many have told of already
 * it joins more easily, because what the many have in common is no accident.
 *
 * @param pair      mean likelihood that one other request asks for
 * @param event     mean likelihood that a large event asks for; in between by the inverse of the size
 * @param elsewhere the share of members that may stand at another named place
 * @param strangers the share of members that may be surely of something else
 */
public record Rules(double pair, double event, double elsewhere, double strangers) {

    /** 同一事件: precise. */
    public static final Rules SAME = new Rules(0.80, 0.28, 0.50, 0.34);
    /** 可能相关: what a person should look at. */
    public static final Rules RELATED = new Rules(0.45, 0.15, 0.70, 0.60);

    double asks(int size) {
        return event + (pair - event) / size;
    }
}

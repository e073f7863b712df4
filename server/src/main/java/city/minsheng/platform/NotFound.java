package city.minsheng.platform;

/** There is no such thing, or not for this person: the two are not told apart, so that nothing can be guessed. */
public class NotFound extends RuntimeException {

    public NotFound(String what, Object id) {
        super(what + " " + id, null, false, false);
    }
}

package city.minsheng.platform;

/** This person's role or department may not do this. */
public class NotYours extends Refusal {

    public NotYours(String code, Object... arguments) {
        super(code, arguments);
    }
}

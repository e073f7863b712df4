package city.minsheng.platform;

import java.util.function.Consumer;

/** Something that the house promises and that can be recomputed: {@code run proof} checks them all. */
public interface Promise {

    /** @param subject what it is about, an order's number for the most part */
    record Lie(String subject, String what) {}

    /** The promise as a sentence. */
    String name();

    /** @return how many things were checked */
    long check(Consumer<Lie> lies);
}

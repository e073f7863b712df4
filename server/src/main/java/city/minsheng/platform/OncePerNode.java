package city.minsheng.platform;

/** Hears every event on each node: the live screens, the search index. */
public interface OncePerNode {

    void hear(Event event);
}

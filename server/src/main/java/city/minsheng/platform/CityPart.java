package city.minsheng.platform;

/** What a room takes from a city's folder. Loading twice gives the same as loading once. */
public interface CityPart {

    /** Says in a few words what was loaded, such as {@code 52 departments}. */
    String load(CityFolder folder);
}

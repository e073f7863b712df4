package city.minsheng.directory;

import org.jspecify.annotations.Nullable;

/** A place with a name. @param kind CITY, SUBDISTRICT, TOWNSHIP or PLACE */
public record Area(String code, @Nullable String parent, String name, String english, String kind) {}

package city.minsheng.textmining;

import org.jspecify.annotations.Nullable;

/**
 * 地点: a name on the city's map.
 *
 * @param code the city's own, empty for a name that was only learned from texts
 * @param parent code of the place that this one lies in
 */
public record Place(String code, String name, Kind kind, @Nullable String parent) {

    /** From the largest to the smallest. */
    public enum Kind {
        CITY,    // 市
        AREA,    // 街道、乡镇、区、县
        VILLAGE, // 村、社区
        ROAD,    // 路、街、大道、桥
        ESTATE,  // 小区、花园、家园
        SITE     // 学校、医院、市场、公园、公司 …
    }

    /** Of a kind that its name tells. */
    public static Place named(String code, String name, @Nullable String parent) {
        return new Place(code, name, PlaceNames.kind(name), parent);
    }

    public static Place learned(String name) {
        return new Place("", name, PlaceNames.kind(name), null);
    }

    public boolean known() {
        return !code.isEmpty();
    }
}

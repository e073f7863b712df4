package city.minsheng.textmining.hotspot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 地点: which letters of a text belong to a name of a place. A name ends as estates, roads and schools end, and begins after
 * a district, a mark or a word that no name holds.
 *
 * <p>Coarser than {@link city.minsheng.textmining.PlaceNames} and some hundred times faster: grouping must only know
 * which words two texts share because they speak of one place.
 */
final class Spots {

    private static final String ENDS = """
            小区 社区 花园 家园 嘉园 公寓 大厦 广场 公馆 山庄 别墅 新城 新村 学校 小学 中学 大学 学院 幼儿园 医院 车站 公园 市场 中心 街道
            大道 大桥 集团 公司 工地 号线 路 街 村 镇 乡 城 苑 园 府 湾 站 桥 湖 巷 郡 庭 墅 厦 轩 邸 岛 洲 馆 国际 驾校 楼盘 组 网
            """;
    private static final String STOPS =
            "的了在是我你他她它们这那和与及对请将被把为从到至就也都还要能会不没或且等问往离靠距每因由让使给向以该旁边前后内外附近处有临沿靠";
    private static final int LONGEST = 7;
    private static final int DISTRICT = 4;
    private static final Map<Character, List<String>> BY_LAST = byLast();

    private final Set<String> districts;

    /** @param districts names of the areas of the city, such as counties and streets */
    Spots(Set<String> districts) {
        this.districts = Set.copyOf(districts);
    }

    private static Map<Character, List<String>> byLast() {
        var ends = new HashMap<Character, List<String>>();
        for (var end : ENDS.strip().split("\\s+")) {
            ends.computeIfAbsent(end.charAt(end.length() - 1), c -> new ArrayList<>()).add(end);
        }
        ends.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
        return ends;
    }

    /** Marks the letters that belong to a place. */
    boolean[] in(char[] text) {
        var place = new boolean[text.length];
        int free = 0;
        for (int i = 1; i < text.length; i++) {
            if (districtEnding(text, i) > 0) {
                free = i + 1;
                continue;
            }
            int end = ending(text, i, free);
            int from = end == 0 ? i : start(text, i, end, free);
            if (end > 0 && i + 1 - from > end) {
                java.util.Arrays.fill(place, from, i + 1, true);
                free = i + 1;
            }
        }
        return place;
    }

    private static int start(char[] text, int last, int end, int free) {
        int from = last + 1 - end;
        while (from > free && last + 1 - from < LONGEST + end && Text.isWord(text[from - 1]) && STOPS.indexOf(text[from - 1]) < 0) {
            from--;
        }
        return from;
    }

    private static int ending(char[] text, int last, int free) {
        for (var end : BY_LAST.getOrDefault(text[last], List.of())) {
            int from = last + 1 - end.length();
            if (from >= free && Text.stands(text, from, end)) {
                return end.length();
            }
        }
        return 0;
    }

    /** How long the district is whose name ends here; half-masked names such as A3区 count. */
    private int districtEnding(char[] text, int last) {
        if ("区县市省镇乡道".indexOf(text[last]) < 0) {
            return 0;
        }
        int from = last;
        while (from > 0 && Character.isDigit(text[from - 1])) {
            from--;
        }
        if (from > 0 && text[from - 1] >= 'a' && text[from - 1] <= 'z') {
            return last + 2 - from;
        }
        for (int length = 2; length <= DISTRICT && length <= last + 1; length++) {
            if (districts.contains(new String(text, last + 1 - length, length))) {
                return length;
            }
        }
        return 0;
    }

    /** The first district that is named, or 0. */
    int district(char[] text) {
        for (int i = 1; i < text.length; i++) {
            int length = districtEnding(text, i);
            if (length > 2) {
                return new String(text, i + 1 - length, length).hashCode();
            }
        }
        return 0;
    }

    /** Where the district that stands last in the text ends; 0 where none is named. */
    int afterDistrict(char[] text) {
        int after = 0;
        for (int i = 1; i < text.length; i++) {
            if (districtEnding(text, i) > 0) {
                after = i + 1;
            }
        }
        return after;
    }
}

package city.minsheng.textmining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How places are called: the ending tells what it is, the words before it are the name. */
final class PlaceNames {

    /** The longer ending stands first. */
    private static final Map<String, Place.Kind> ENDINGS = new LinkedHashMap<>();

    static {
        endings(Place.Kind.SITE, "幼儿园 小学 中学 高中 学校 学院 大学 医院 卫生院 卫生室 市场 超市 商场 广场 公园 车站 地铁站 火车站 高铁站 加油站 搅拌站 垃圾站 变电站"
                + " 养老院 敬老院 工业园 产业园 开发区 工地 酒店 宾馆 饭店 大厦 写字楼 步行街");
        endings(Place.Kind.ROAD, "大道 大街 公路 高速 立交桥 大桥 路口 胡同 巷子");
        endings(Place.Kind.ESTATE, "小区 花园 家园 嘉园 佳苑 嘉苑 雅苑 福苑 新城 名城 锦城 新居 公馆 华庭 华府 花苑 公寓 别墅 山庄 新苑 安置房 家属院 宿舍");
        endings(Place.Kind.VILLAGE, "社区 新村");
        endings(Place.Kind.AREA, "街道 开发区 新区");
        endings(Place.Kind.ROAD, "路 街 巷 桥");
        endings(Place.Kind.ESTATE, "苑 府 园 城 里 庭");
        endings(Place.Kind.VILLAGE, "村 庄 屯 寨");
        endings(Place.Kind.AREA, "区 县 镇 乡");
    }

    /** Words that may stand before a name, and are no part of it. */
    private static final Set<String> BEFORE = Set.of(("在 位于 我 我们 我家 我是 住 住在 家住 是 的 和 与 及 到 至 从 由 往 向 对 于 了 有 个 这 那 该 此 本 每 各 某 整个 一个 这个 那个"
            + " 所有 全 全市 市 区 县 镇 乡 附近 旁边 对面 旁 请问 请 您好 你好 反映 投诉 举报 咨询 建议 关于 希望 求助 要求 因 因为 就 把 被 让 给 去 来 进 出 过 沿 经过 路过 走"
            + " 进入 出了 整 几个 很多 许多 多个 其他 周边 周围 老旧 老 居民 业主 我市 我区 我县 本市 定 位 叫 名叫 等 或 或者 以及 还有 导致 造成 影响 上 下 里 外 前 后 中 内 间 南 北 东 西 侧"
            + " 都 也 不 没有 没 为什么 什么 哪个 哪 城市 农村 高档 封闭 同 同一 部分 现在 目前 原 原来 现 修 建 修建 新建 拆 建设 规划 开通 乱停 堵 占用 违规 严重 主 通往 通过 相邻 隔壁 两 一 一条 条 这条 那条 此条 座 一座 所 一所 家 一家").split(" "));

    private static final Pattern MASKED = Pattern.compile("(?<![a-z0-9])[a-z]\\d{0,2}(市|区|县|镇)");
    private static final int LONGEST = 10;

    private PlaceNames() {}

    private static void endings(Place.Kind kind, String words) {
        for (var word : words.split(" ")) {
            ENDINGS.putIfAbsent(word, kind);
        }
    }

    static Place.Kind kind(String name) {
        return ENDINGS.entrySet().stream().filter(each -> name.endsWith(each.getKey())).map(Map.Entry::getValue).findFirst().orElse(Place.Kind.SITE);
    }

    /** Names that nobody told us: by their ending and the words before it. */
    static List<Words.Word> guessed(String text) {
        var normal = Words.normal(text);
        var found = new ArrayList<Words.Word>();
        var masked = MASKED.matcher(normal);
        while (masked.find()) {
            found.add(new Words.Word(masked.group(), masked.start(), masked.end()));
        }
        var words = Words.in(text);
        for (int i = 0; i < words.size(); i++) {
            int start = start(words, i);
            if (start >= 0) {
                int end = words.get(i).end();
                found.add(new Words.Word(normal.substring(start, end), start, end));
            }
        }
        return found;
    }

    /** Where the name begins that this word ends; −1 if it ends none. */
    private static int start(List<Words.Word> words, int last) {
        var word = words.get(last);
        var ending = ENDINGS.keySet().stream().filter(word.text()::endsWith).findFirst().orElse("");
        if (ending.isEmpty() || word.text().length() > ending.length() + 4) {
            return -1;
        }
        int start = word.start();
        if (word.text().equals(ending)) {
            int i = last - 1;
            for (int taken = 0; i >= 0 && taken < 3 && joins(words.get(i), start, word.end()); i--, taken++) {
                start = words.get(i).start();
            }
        }
        int length = word.end() - start - ending.length();
        return length < (ending.length() == 1 ? 2 : 1) ? -1 : start;
    }

    private static boolean joins(Words.Word before, int start, int end) {
        return before.end() == start && end - before.start() <= LONGEST && !BEFORE.contains(before.text())
                && ENDINGS.keySet().stream().noneMatch(each -> before.text().length() > 1 && before.text().endsWith(each));
    }
}

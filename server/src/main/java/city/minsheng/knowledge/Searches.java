package city.minsheng.knowledge;

import city.minsheng.platform.Event;
import city.minsheng.platform.Ids;
import city.minsheng.platform.OncePerCity;
import city.minsheng.platform.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 检索记录 and 使用记录: what was looked for, whether it was there, and which answers were given from it. Without who asked: numbers
 * that were said are dropped before anything is written.
 */
@Component
@Order(4)
public class Searches implements OncePerCity {

    /** @param used the article that was told @param missing whether an agent says that the answer is not there */
    public record Search(String words, @Nullable String category, @Nullable String area, @Nullable String used, boolean missing) {}

    public record Kept(UUID id, Instant at, String place, String words, @Nullable String category, int hits, @Nullable String used, boolean missing) {}

    /** @param searches of all @param found with at least one hit @param used after which an article was told @param missing said to be missing */
    public record Rate(int searches, int found, int used, int missing) {}

    private static final int LONGEST = 200;
    private static final String SURNAMES = "[王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武戚甄邸靳耿庞康安]";
    private static final Map<Pattern, String> PERSONS = Map.of(
            Pattern.compile("[0-9０-９][0-9０-９Xx\\s-]{3,}"), "",
            Pattern.compile(SURNAMES + "\\p{IsHan}{0,2}?(先生|女士|同志)"), "$1",
            Pattern.compile("(我叫|姓名是?)" + SURNAMES + "\\p{IsHan}{1,2}"), "$1",
            Pattern.compile("[0-9]+(号楼|栋|幢|单元|室|号院|门)"), "",
            Pattern.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-Z][A-Z0-9]{4,6}"), "");
    private final JdbcClient jdbc;
    private final Shelf shelf;
    private final Clock clock;

    Searches(JdbcClient jdbc, Shelf shelf, Clock clock) {
        this.jdbc = jdbc;
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Counts anew what there is to find; the screen's word is not needed for that. */
    public void keep(Search search, boolean portal) {
        var words = withoutPeople(search.words());
        if (words.length() < 2) {
            return;
        }
        int hits = shelf.find(new Shelf.Wish(words, search.category(), search.area(), portal, List.of(), 20)).size();
        jdbc.sql("""
                        insert into knowledge_search (id, at, place, words, category, area, hits, used, missing)
                        values (:id, :now, :place, :words, :category, :area, :hits, :used, :missing)
                        """)
                .param("id", Ids.next(clock.instant())).param("now", Time.sql(clock.instant())).param("place", portal ? "PORTAL" : "DESK").param("words", words)
                .param("category", blank(search.category())).param("area", blank(search.area())).param("hits", hits)
                .param("used", blank(search.used())).param("missing", search.missing()).update();
    }

    /** Without numbers of four digits and more, names with their title, the number of a house: whatever could lead to a person. */
    public static String withoutPeople(@Nullable String words) {
        var plain = words == null ? "" : words;
        for (var person : PERSONS.entrySet()) {
            plain = person.getKey().matcher(plain).replaceAll(person.getValue());
        }
        plain = plain.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    public Rate rate(Instant since) {
        return jdbc.sql("""
                        select count(*) as searches, count(*) filter (where hits > 0) as found, count(*) filter (where used is not null) as used,
                               count(*) filter (where missing) as missing
                          from knowledge_search
                         where at >= :since and place = 'DESK'
                        """).param("since", Time.sql(since)).query(Rate.class).single();
    }

    /** What was looked for in vain, the newest first. */
    public List<Kept> inVain(Instant since) {
        return jdbc.sql("""
                        select id, at, place, words, category, hits, used, missing
                          from knowledge_search
                         where at >= :since and (hits = 0 or missing)
                         order by at desc
                         limit 5000
                        """)
                .param("since", Time.sql(since)).query((row, n) -> new Kept(row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3), row.getString(4), row.getString(5), row.getInt(6), row.getString(7), row.getBoolean(8))).list();
    }

    /** How often each article was told. */
    int uses(String code) {
        return jdbc.sql("select count(*) from article_use where code = :code").param("code", code).query(Integer.class).single();
    }

    @Override
    public String name() {
        return "knowledge-use";
    }

    @Override
    public boolean wants(String kind) {
        return kind.equals("work-order.answer-directly");
    }

    @Override
    public void hear(Event event) {
        var code = event.data().path("article").asString("");
        if (!code.isEmpty()) {
            jdbc.sql("""
                            insert into article_use (order_id, at, code, version) values (:order, :at, :code, :version)
                            on conflict (order_id, at) do nothing
                            """)
                    .param("order", event.subject()).param("at", Time.sql(event.at())).param("code", code)
                    .param("version", event.data().path("articleVersion").asInt()).update();
        }
    }
}

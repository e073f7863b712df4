package city.minsheng.gap;

import city.minsheng.directory.Actor;
import city.minsheng.knowledge.Likeness;
import city.minsheng.knowledge.Searches;
import city.minsheng.knowledge.Text;
import city.minsheng.knowledge.Writing;
import city.minsheng.platform.NotFound;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Asked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The gaps that were counted, and what people do about them. All SQL on gap and gap_order. */
@Service
public class Gaps {

    public record Behind(UUID id, String number) {}

    public record Gap(UUID id, String topic, List<String> asked, @Nullable String category, String owner, int transferred, int answered, int searches,
            int saves, String reply, @Nullable String article, String state, List<Behind> orders) {}

    /** Each with the numbers that it is made of. */
    public record Figures(int searches, int found, int used, int missing, int direct, int passedOn, int fromArticles, int wouldSave, List<String> inVain) {}

    private static final double SAME = 0.6;
    private static final int SHOWN = 20;
    private static final String COLUMNS = "select id, topic, asked, category, owner, transferred, answered, searches, saves, reply, article, state from gap";
    private final JdbcClient jdbc;
    private final Writing writing;
    private final Searches searches;
    private final Asked asked;
    private final Clock clock;

    Gaps(JdbcClient jdbc, Writing writing, Searches searches, Asked asked, Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.searches = searches;
        this.asked = asked;
        this.clock = clock;
    }

    /** The new count takes the place of the old one; a gap that was drafted or closed stays so. */
    void replace(List<Gap> counted, Likeness likeness, Instant now) {
        var decided = jdbc.sql(COLUMNS + " where state in ('DRAFTED', 'CLOSED')").query(Gaps::read).list();
        jdbc.sql("delete from gap").update();
        for (var gap : counted) {
            var before = decided.stream().filter(old -> Objects.equals(old.category(), gap.category()) && likeness.of(old.topic(), gap.topic()) >= SAME).findFirst();
            insert(before.map(old -> decided(gap, old)).orElse(gap), now);
        }
    }

    private static Gap decided(Gap gap, Gap old) {
        return new Gap(old.id(), gap.topic(), gap.asked(), gap.category(), gap.owner(), gap.transferred(), gap.answered(), gap.searches(), gap.saves(), gap.reply(),
                old.article(), old.state(), gap.orders());
    }

    private void insert(Gap gap, Instant now) {
        int rows = jdbc.sql("""
                        insert into gap (id, topic, asked, category, owner, transferred, answered, searches, saves, reply, article, state, counted_at)
                        values (:id, :topic, :asked, :category, :owner, :transferred, :answered, :searches, :saves, :reply, :article, :state, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", gap.id()).param("topic", gap.topic()).param("asked", gap.asked().toArray(String[]::new)).param("category", gap.category())
                .param("owner", gap.owner()).param("transferred", gap.transferred()).param("answered", gap.answered()).param("searches", gap.searches())
                .param("saves", gap.saves()).param("reply", gap.reply()).param("article", gap.article()).param("state", gap.state()).param("now", Time.sql(now)).update();
        for (var order : rows == 0 ? List.<Behind>of() : gap.orders()) {
            jdbc.sql("insert into gap_order (gap, order_id, number) values (:gap, :order, :number)")
                    .param("gap", gap.id()).param("order", order.id()).param("number", order.number()).update();
        }
    }

    /** The greatest saving first. */
    public List<Gap> open() {
        return jdbc.sql(COLUMNS + " where state <> 'CLOSED' order by saves desc, searches desc, transferred desc, topic").query(Gaps::read).list().stream()
                .map(gap -> new Gap(gap.id(), gap.topic(), gap.asked(), gap.category(), gap.owner(), gap.transferred(), gap.answered(), gap.searches(), gap.saves(),
                        gap.reply(), gap.article(), gap.state(), behind(gap.id()))).toList();
    }

    private List<Behind> behind(UUID gap) {
        return jdbc.sql("select order_id as id, number from gap_order where gap = :gap order by number desc limit " + SHOWN).param("gap", gap).query(Behind.class).list();
    }

    public @Nullable Instant countedAt() {
        return jdbc.sql("select max(counted_at) from gap").query((row, n) -> row.getObject(1, OffsetDateTime.class)).optional().map(OffsetDateTime::toInstant).orElse(null);
    }

    public Figures figures() {
        var since = clock.instant().minus(Duration.ofDays(Mining.DAYS));
        var rate = searches.rate(since);
        var counts = asked.counts(since);
        int saves = jdbc.sql("select coalesce(sum(saves), 0) from gap where state <> 'CLOSED'").query(Integer.class).single();
        return new Figures(rate.searches(), rate.found(), rate.used(), rate.missing(), counts.direct(), counts.passedOn(), counts.fromArticles(),
                Math.min(saves, counts.passedOn()), searches.inVain(since).stream().map(Searches.Kept::words).distinct().limit(60).toList());
    }

    /** 生成草稿: the question, the ways it was asked, the best past reply. The basis is for people to write. @return the article's code */
    @Transactional
    public String draft(UUID id, Actor actor) {
        var gap = jdbc.sql(COLUMNS + " where id = :id for update").param("id", id).query(Gaps::read).optional().orElseThrow(() -> new NotFound("gap", id));
        if (gap.article() != null) {
            return gap.article();
        }
        var text = new Text(gap.topic(), gap.asked(), gap.reply(), "", "", "", "", "", "", gap.owner(), gap.category(), null, "", true, null, null, null);
        var code = writing.begin(text, new Writing.Origin("GAP", null), actor);
        jdbc.sql("update gap set article = :code, state = 'DRAFTED' where id = :id").param("code", code).param("id", id).update();
        return code;
    }

    public void close(UUID id) {
        if (jdbc.sql("update gap set state = 'CLOSED' where id = :id and state = 'OPEN'").param("id", id).update() == 0) {
            throw new NotFound("gap", id);
        }
    }

    private static Gap read(ResultSet row, int n) throws SQLException {
        return new Gap(row.getObject("id", UUID.class), row.getString("topic"), Arrays.asList((String[]) row.getArray("asked").getArray()), row.getString("category"),
                row.getString("owner"), row.getInt("transferred"), row.getInt("answered"), row.getInt("searches"), row.getInt("saves"), row.getString("reply"),
                row.getString("article"), row.getString("state"), List.of());
    }
}

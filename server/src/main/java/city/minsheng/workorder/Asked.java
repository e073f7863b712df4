package city.minsheng.workorder;

import city.minsheng.platform.Time;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 问与答: what was asked and what was answered, for the room that looks for what the knowledge base lacks. */
@Component
public class Asked {

    /** @param satisfied whether the citizen said so @param lead who handled it; null where it was answered at once */
    public record Question(UUID id, String number, String category, String title, String body, String answer, @Nullable String lead, boolean inquiry,
            boolean satisfied) {}

    /** @param direct answered at once @param passedOn given to a department @param fromArticles answered at once from an article */
    public record Counts(int direct, int passedOn, int fromArticles) {}

    public record Stamped(String article, int version, Instant firstAt) {}

    private static final String COLUMNS = """
            select id, number, category, title, body, coalesce(answer, '') as answer, lead, kind, rating in ('VERY', 'YES') as satisfied from work_order
            """;
    private final JdbcClient jdbc;

    Asked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were given to a department, the newest first; what is secret stays out. */
    public List<Question> passedOn(Instant since, int most) {
        return jdbc.sql(COLUMNS + " where received_at >= :since and lead is not null and parent is null and not confidential and category is not null order by id desc limit :most")
                .param("since", Time.sql(since)).param("most", most).query(Asked::read).list();
    }

    public List<Question> answeredDirectly(String category, Instant since, int most) {
        return jdbc.sql(COLUMNS + """
                         where received_at >= :since and category = :category and outcome = 'ANSWERED_DIRECTLY' and not confidential
                         order by id desc
                         limit :most
                        """)
                .param("since", Time.sql(since)).param("category", category).param("most", most).query(Asked::read).list();
    }

    public Counts counts(Instant since) {
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'ANSWERED_DIRECTLY') as direct, count(*) filter (where lead is not null) as passed_on,
                               count(*) filter (where outcome = 'ANSWERED_DIRECTLY' and article is not null) as from_articles
                          from work_order
                         where received_at >= :since
                        """).param("since", Time.sql(since)).query(Counts.class).single();
    }

    /** Every version that an answer which still stands was taken from, and when for the first time. */
    public void stamped(Consumer<Stamped> each) {
        jdbc.sql("select article, article_version, min(closed_at) as first_at from work_order where article is not null and closed_at is not null group by 1, 2")
                .query(row -> {
                    each.accept(new Stamped(row.getString(1), row.getInt(2), row.getObject(3, java.time.OffsetDateTime.class).toInstant()));
                });
    }

    private static Question read(ResultSet row, int n) throws SQLException {
        return new Question(row.getObject("id", UUID.class), row.getString("number"), row.getString("category"), row.getString("title"), row.getString("body"),
                row.getString("answer"), row.getString("lead"), "INQUIRY".equals(row.getString("kind")), row.getBoolean("satisfied"));
    }
}

package city.minsheng.hotspot;

import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 同期: how much of a matter there is now, and how much there was a year ago. */
@Component
class Seasons {

    /** Of what, and where. */
    record Matter(@Nullable String category, @Nullable String area) {}

    private static final Duration LATELY = Duration.ofDays(28);
    private final JdbcClient jdbc;
    private final CitySettings city;

    Seasons(JdbcClient jdbc, CitySettings city) {
        this.jdbc = jdbc;
        this.city = city;
    }

    /** Nothing for a house that is younger than a year: to say that there was nothing then would be wrong. */
    Map<Matter, Rank.Season> of(Collection<Matter> matters, Instant now) {
        var yearAgo = now.atZone(city.zone()).minusYears(1).toInstant();
        var asked = matters.stream().filter(matter -> matter.category() != null && matter.area() != null).distinct().toList();
        var seasons = new HashMap<Matter, Rank.Season>();
        if (!asked.isEmpty() && reaches(yearAgo.minus(LATELY))) {
            asked.forEach(matter -> seasons.put(matter, new Rank.Season(0, 0)));
            count(asked, now, yearAgo, seasons);
        }
        return seasons;
    }

    /** Whether anything is kept from before. */
    boolean reaches(Instant back) {
        return jdbc.sql("select exists (select 1 from hotspot_member where at <= :back)").param("back", sql(back)).query(Boolean.class).single();
    }

    private void count(List<Matter> asked, Instant now, Instant yearAgo, Map<Matter, Rank.Season> seasons) {
        jdbc.sql("""
                        select category, area, count(distinct caller) filter (where at > :from) as lately, count(distinct caller) filter (where at <= :then) as year_ago
                          from hotspot_member
                         where (category, area) in (select * from unnest(cast(:categories as text[]), cast(:areas as text[])))
                           and (at > :from and at <= :now or at > :then_from and at <= :then)
                         group by category, area
                        """)
                .param("categories", asked.stream().map(Matter::category).toArray(String[]::new)).param("areas", asked.stream().map(Matter::area).toArray(String[]::new))
                .param("from", sql(now.minus(LATELY))).param("now", sql(now)).param("then_from", sql(yearAgo.minus(LATELY))).param("then", sql(yearAgo))
                .query(row -> {
                    seasons.put(new Matter(row.getString("category"), row.getString("area")), new Rank.Season(row.getInt("lately"), row.getInt("year_ago")));
                });
    }

    private static OffsetDateTime sql(Instant at) {
        return Objects.requireNonNull(Time.sql(at));
    }
}

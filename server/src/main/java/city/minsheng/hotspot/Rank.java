package city.minsheng.hotspot;

import city.minsheng.textmining.hotspot.Heat;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 热度 and what it is made of. Ranks by the heat of the callers, more where the event grows, where its matter is above the
 * season, and where it is broad.
 *
 * @param heat     different callers, halved every thirty days
 * @param lastDay  different callers in the last 24 hours
 * @param usualDay the same 24 hours of the same weekday, mean of the four weeks before
 * @param season   the matter at this place now and a year ago; null where nothing was kept then
 * @param places   at how many places
 * @param score    what the list is sorted by
 */
public record Rank(double heat, int callers, int lastDay, double usualDay, @Nullable Season season, int places, double score) {

    /** Different callers about the same matter in the same area. @param lately in the last four weeks @param yearAgo in the same weeks of last year */
    public record Season(int lately, int yearAgo) {

        /** How far above the season: nothing where it is as it always is. */
        double growth() {
            return Math.max(0, Math.log((lately + 1.0) / (yearAgo + 1)));
        }
    }

    record Told(String caller, String place, Instant at) {}

    private static final int WEEKS = 4;

    static Rank of(Collection<Told> members, @Nullable Season season, Instant now) {
        var latest = new HashMap<String, Instant>();
        members.forEach(told -> latest.merge(told.caller(), told.at(), (a, b) -> a.isAfter(b) ? a : b));
        double heat = Heat.at(latest.values(), now, Heat.HALF);
        int lastDay = callers(members, now.minus(Duration.ofDays(1)), now);
        double usual = IntStream.rangeClosed(1, WEEKS).mapToObj(week -> now.minus(Duration.ofDays(7L * week)))
                .mapToInt(then -> callers(members, then.minus(Duration.ofDays(1)), then)).average().orElse(0);
        int places = (int) members.stream().map(Told::place).filter(place -> !place.isEmpty()).distinct().count();
        double growth = Math.max(0, Math.log((lastDay + 1) / (usual + 1)));
        double above = season == null ? 0 : season.growth();
        double score = heat * (1 + 0.5 * growth) * (1 + 0.25 * above) * (1 + 0.1 * Math.log(Math.max(1, places)));
        return new Rank(heat, latest.size(), lastDay, usual, season, places, score);
    }

    static int callers(Collection<Told> members, Instant from, Instant to) {
        return (int) members.stream().filter(told -> told.at().isAfter(from) && !told.at().isAfter(to)).map(Told::caller).distinct().count();
    }

    /** The arguments of the sentence that says why it stands where it stands. */
    List<Object> sentence() {
        return List.of(callers, String.format("%.1f", heat), lastDay, String.format("%.1f", usualDay), places);
    }
}

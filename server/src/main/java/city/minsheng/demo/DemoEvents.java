package city.minsheng.demo;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CityFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** 演示热点: what several invented callers tell of at one place, from {@code demo-events.csv}: today, building up, and long decided. */
final class DemoEvents {

    /** @param outcome what became of its alarm; empty: nobody has decided */
    record Event(String code, String category, String area, List<Instant> at, String outcome, String note, List<Phrases.Spoken> words) {

        Stream<Told> told() {
            return IntStream.range(0, at.size()).mapToObj(n -> new Told("demo-event-" + code + "-" + n, at.get(n), words.get(n % words.size())));
        }

        /** An alarm that this event must have raised. */
        boolean raised(String category, String area, Instant raisedAt) {
            return this.category.equals(category) && this.area.equals(area) && !raisedAt.isBefore(at.getFirst()) && !raisedAt.isAfter(at.getLast().plus(LATE));
        }
    }

    record Told(String id, Instant at, Phrases.Spoken words) {}

    private static final Duration LATE = Duration.ofHours(1);
    private final List<Event> events;
    private final ZoneId zone;

    /** @param now when the demonstration begins; the newest event has just been told of */
    DemoEvents(CityFolder folder, Departments departments, ZoneId zone, Instant now) {
        this.zone = zone;
        this.events = !folder.has("demo-events.csv") ? List.of() : folder.rows("demo-events.csv").stream().map(row -> {
            var area = departments.area(row.get("place")).orElseThrow();
            var around = departments.area(area.parent()).map(parent -> parent.name() + area.name()).orElse(area.name());
            var titles = row.get("title").split("\\|");
            var bodies = row.get("body").split("\\|");
            var words = IntStream.range(0, Math.max(titles.length, bodies.length)).mapToObj(n -> {
                var title = titles[n % titles.length];
                var body = bodies[n % bodies.length];
                return new Phrases.Spoken(new Phrases.Phrase(row.get("category"), Kind.valueOf(row.get("kind")), Level.valueOf(row.get("level")), 1, false, title, body,
                        "已通知责任单位到场处理，处理完毕后电话告知诉求人。"), area.code(), around + (n + 1) + "号楼", title, body);
            }).toList();
            var at = Stream.of(row.get("told").split(";")).map(when -> at(when, now)).sorted().toList();
            return new Event(row.get("event"), row.get("category"), area.code(), at, row.text("outcome"), row.text("note"), words);
        }).toList();
    }

    /** {@code -26m}: so long ago; {@code 41d18:05}: on that day before today. */
    private Instant at(String when, Instant now) {
        if (when.startsWith("-")) {
            return now.minus(Duration.ofMinutes(Long.parseLong(when.substring(1, when.length() - 1))));
        }
        var parts = when.split("d");
        return LocalDate.ofInstant(now, zone).minusDays(Long.parseLong(parts[0])).atTime(LocalTime.parse(parts[1])).atZone(zone).toInstant();
    }

    List<Told> told(LocalDate day, Instant now) {
        return events.stream().flatMap(Event::told).filter(told -> LocalDate.ofInstant(told.at(), zone).equals(day) && told.at().isBefore(now)).toList();
    }

    /** Those of which somebody has decided what their alarm was. */
    List<Event> decided() {
        return events.stream().filter(event -> !event.outcome().isEmpty()).toList();
    }
}

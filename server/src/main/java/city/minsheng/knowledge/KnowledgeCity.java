package city.minsheng.knowledge;

import city.minsheng.directory.Actor;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.platform.CityFolder;
import city.minsheng.platform.CityPart;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the articles in {@code knowledge/*.csv}. What is there already is left as people have made it since. */
@Component
@Order(4)
class KnowledgeCity implements CityPart {

    private record Place(String words, String hours) {}

    private record Head(String username, String name) {}

    private final Articles articles;
    private final Shelving shelving;
    private final People people;
    private final CitySettings city;
    private final Clock clock;

    KnowledgeCity(Articles articles, Shelving shelving, People people, CitySettings city, Clock clock) {
        this.articles = articles;
        this.shelving = shelving;
        this.people = people;
        this.city = city;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String load(CityFolder folder) {
        if (!folder.has("knowledge")) {
            return "0 articles";
        }
        var places = places(folder);
        var heads = new HashMap<String, Head>();
        int fresh = 0;
        for (var file : files(folder)) {
            for (var row : folder.rows("knowledge/" + file)) {
                if (!articles.isThere(row.get("code"))) {
                    publish(row, text(row, places), heads.computeIfAbsent(row.get("owner"), this::head));
                    fresh++;
                }
            }
        }
        return fresh + " articles";
    }

    private static List<String> files(CityFolder folder) {
        try (var files = Files.list(folder.path().resolve("knowledge"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".csv") && !name.equals("places.csv")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Place> places(CityFolder folder) {
        return folder.rows("knowledge/places.csv").stream().collect(Collectors.toMap(row -> row.get("code"),
                row -> new Place(row.get("name") + "（" + row.get("address") + "，" + row.get("phone") + "）", row.get("hours"))));
    }

    private Head head(String department) {
        return people.of(department).stream().filter(person -> person.roles().contains(Role.HEAD)).findFirst()
                .map(person -> new Head(person.username(), person.name())).orElse(new Head(Actor.SYSTEM.username(), Actor.SYSTEM.name()));
    }

    private Text text(CityFolder.Row row, Map<String, Place> places) {
        var there = row.list("place").stream().map(code -> java.util.Objects.requireNonNull(places.get(code), code)).toList();
        return new Text(row.get("question"), row.list("asked"), row.get("answer"), row.text("basis"), row.text("document"), row.text("steps"), row.text("materials"),
                there.stream().map(Place::words).collect(Collectors.joining("；")), there.stream().map(Place::hours).distinct().collect(Collectors.joining("；")),
                row.get("owner"), row.find("category"), row.find("area"), row.text("audience"), !"no".equals(row.find("open")),
                day(row.get("effective_on")), LocalDate.parse(row.get("review_on")), moment(row.find("expires_at")));
    }

    private Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(city.zone()).toInstant();
    }

    private @Nullable Instant moment(@Nullable String local) {
        return local == null ? null : LocalDateTime.parse(local).atZone(city.zone()).toInstant();
    }

    private void publish(CityFolder.Row row, Text text, Head head) {
        var now = clock.instant();
        var id = Ids.next(now);
        var begun = text.effectiveAt() == null || text.effectiveAt().isAfter(now) ? now : text.effectiveAt();
        articles.insert(id, row.get("code"), "CITY", null, head.username(), now);
        articles.insert(id, 1, Status.PUBLISHED, text, "system", head.username(), begun, now);
        articles.step(id, new Step(0, 1, Action.PUBLISH, now, head.username(), head.name(), "HEAD", null, Status.PUBLISHED, ""));
        shelving.forget();
    }
}

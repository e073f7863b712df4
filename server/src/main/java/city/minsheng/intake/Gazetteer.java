package city.minsheng.intake;

import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.textmining.Place;
import city.minsheng.textmining.Places;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 地名表: the city's own areas, roads and estates, and the names that its requests have taught. */
@Component
class Gazetteer {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Places places, Instant until) {}

    private final Departments departments;
    private final Models models;
    private final Clock clock;
    private volatile @Nullable Known known;

    Gazetteer(Departments departments, Models models, Clock clock) {
        this.departments = departments;
        this.models = models;
        this.clock = clock;
    }

    Places places() {
        var kept = known;
        if (kept == null || kept.until().isBefore(clock.instant())) {
            kept = new Known(read(), clock.instant().plus(FRESH));
            known = kept;
        }
        return kept.places();
    }

    void learn(List<String> texts) {
        var before = places();
        var names = before.learn(texts).all().stream().skip(before.all().size()).map(Place::name).toList();
        if (!names.isEmpty()) {
            models.learnPlaces(names, clock.instant());
            known = null;
        }
    }

    private Places read() {
        var places = new ArrayList<>(departments.areas().values().stream().map(Gazetteer::place).toList());
        models.learnedPlaces().forEach(name -> places.add(Place.learned(name)));
        return Places.of(places);
    }

    private static Place place(Area area) {
        return switch (area.kind()) {
            case "CITY" -> new Place(area.code(), area.name(), Place.Kind.CITY, area.parent());
            case "PLACE" -> Place.named(area.code(), area.name(), area.parent());
            default -> new Place(area.code(), area.name(), Place.Kind.AREA, area.parent());
        };
    }
}

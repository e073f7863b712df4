package city.minsheng.textmining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** 地名表: the places that a city names itself, those learned from its texts, and which of them a text speaks of. */
public final class Places {

    /** @param start in the normal form of the text ({@link Words#normal}) */
    public record Found(Place place, int start, int end) {}

    private static final int SEEN_OFTEN = 3;
    private final List<Place> all;
    private final Map<String, Place> byName = new HashMap<>();
    private final Map<String, Place> byCode = new HashMap<>();
    private final int longest;

    private Places(List<Place> all) {
        this.all = all;
        var unclear = new HashSet<String>();
        for (var place : all) {
            byName.put(Words.normal(place.name()), place);
            if (place.known()) byCode.put(place.code(), place);
        }
        for (var place : all) {
            shortNames(place, (name, itself) -> {
                var other = byName.putIfAbsent(name, itself);
                if (other != null && !Words.normal(other.name()).equals(name)) unclear.add(name);
            });
        }
        byName.keySet().removeAll(unclear);
        longest = byName.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    public static Places of(Collection<Place> places) {
        return new Places(List.copyOf(places));
    }

    public static Places none() {
        return of(List.of());
    }

    public List<Place> all() {
        return all;
    }

    /** People leave the ending away: 和顺 for 和顺小区, 清风店 for 清风店镇. A short name that fits two places counts for none. */
    private static void shortNames(Place place, BiConsumer<String, Place> each) {
        var name = Words.normal(place.name());
        for (var ending : List.of("街道", "小区", "镇", "乡", "村")) {
            int left = name.length() - ending.length();
            if (name.endsWith(ending) && left >= 2) {
                each.accept(name.substring(0, left), place);
                return;
            }
        }
    }

    /** Every place named in the text, known or not, in the order of the text; of names that overlap, the longer. */
    public List<Found> in(String text) {
        var normal = Words.normal(text);
        var found = new ArrayList<Found>();
        for (int at = 0; at < normal.length(); ) {
            var here = longestAt(normal, at);
            here.ifPresent(found::add);
            at = here.map(Found::end).orElse(at + 1);
        }
        var taken = Set.copyOf(found);
        for (var name : PlaceNames.guessed(text)) {
            if (taken.stream().noneMatch(each -> each.start() < name.end() && name.start() < each.end())) {
                found.add(new Found(Place.learned(name.text()), name.start(), name.end()));
            }
        }
        found.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return found;
    }

    private Optional<Found> longestAt(String normal, int at) {
        for (int end = Math.min(normal.length(), at + longest); end > at + 1; end--) {
            var place = byName.get(normal.substring(at, end));
            if (place != null) {
                return Optional.of(new Found(place, at, end));
            }
        }
        return Optional.empty();
    }

    /** The smallest known place that a text names: the estate before its sub-district; of equals the first. */
    public Optional<Place> finest(String text) {
        return in(text).stream().map(Found::place).filter(Place::known).filter(each -> each.kind() != Place.Kind.CITY)
                .reduce((one, other) -> other.kind().compareTo(one.kind()) > 0 ? other : one);
    }

    /** The place's area: itself if it is one, or the one it lies in. */
    public Optional<Place> areaOf(Place place) {
        var at = place;
        for (int step = 0; step < 9 && at != null; step++) {
            if (at.kind() == Place.Kind.AREA) return Optional.of(at);
            at = at.parent() == null ? null : byCode.get(at.parent());
        }
        return Optional.empty();
    }

    /** The same places and the names that at least three of the texts have, and that are not known yet. */
    public Places learn(Collection<String> texts) {
        var seen = new HashMap<String, Integer>();
        for (var text : texts) {
            in(text).stream().map(Found::place).filter(each -> !each.known()).map(Place::name).distinct().forEach(name -> seen.merge(name, 1, Integer::sum));
        }
        var places = new ArrayList<>(all);
        seen.forEach((name, count) -> {
            if (count >= SEEN_OFTEN && !byName.containsKey(name)) places.add(Place.learned(name));
        });
        return of(places);
    }
}

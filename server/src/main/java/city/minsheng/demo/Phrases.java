package city.minsheng.demo;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CityFolder;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What invented callers say. The slots are filled with the sample city's places. */
final class Phrases {

    record Phrase(String category, Kind kind, Level level, int weight, boolean direct, String title, String body, String reply) {}

    record Spoken(Phrase phrase, @Nullable String area, String address, String title, String body) {}

    private static final Pattern SLOT = Pattern.compile("\\{(area|place|building|day)}");
    private static final List<String> DAYS = List.of("昨天", "前天", "上周", "大前天", "这两天");
    private final List<Phrase> phrases;
    private final List<Area> villages;
    private final List<Area> estates;
    private final List<Area> towns;
    private final Departments departments;
    private final int weights;

    Phrases(CityFolder folder, Departments departments) {
        this.departments = departments;
        this.phrases = folder.rows("demo.csv").stream().map(row -> new Phrase(row.get("category"), Kind.valueOf(row.get("kind")), Level.valueOf(row.get("level")),
                Integer.parseInt(row.get("weight")), Boolean.parseBoolean(row.get("direct")), row.get("title"), row.get("body"), row.get("reply"))).toList();
        this.weights = phrases.stream().mapToInt(Phrase::weight).sum();
        this.villages = places("village-");
        this.estates = places("estate-");
        this.towns = departments.areas().values().stream().filter(area -> area.kind().equals("TOWNSHIP") || area.kind().equals("SUBDISTRICT")).toList();
    }

    private List<Area> places(String prefix) {
        return departments.areas().values().stream().filter(area -> area.kind().equals("PLACE") && area.code().startsWith(prefix)).toList();
    }

    Spoken speak(Random random) {
        var phrase = phrases.getFirst();
        int at = random.nextInt(weights);
        for (var candidate : phrases) {
            at -= candidate.weight();
            if (at < 0) {
                phrase = candidate;
                break;
            }
        }
        boolean placed = (phrase.title() + phrase.body()).contains("{place}");
        var sort = phrase.body().contains("村") ? villages : estates;
        var place = placed && !sort.isEmpty() ? sort.get(random.nextInt(sort.size())) : null;
        var area = place == null ? towns.get(random.nextInt(towns.size())) : departments.area(place.parent()).orElse(towns.getFirst());
        var building = (1 + random.nextInt(28)) + "号楼" + (1 + random.nextInt(4)) + "单元";
        var day = DAYS.get(random.nextInt(DAYS.size()));
        return new Spoken(phrase, place == null ? area.code() : place.code(), place == null ? area.name() : area.name() + place.name(),
                fill(phrase.title(), area, place, building, day), fill(phrase.body(), area, place, building, day));
    }

    private static String fill(String text, Area area, @Nullable Area place, String building, String day) {
        return SLOT.matcher(text).replaceAll(slot -> switch (slot.group(1)) {
            case "area" -> area.name();
            case "place" -> place == null ? area.name() : place.name();
            case "building" -> building;
            default -> day;
        });
    }
}

package city.minsheng.campaign;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Ids;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Words;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 排查清单: all like places, from the city's own list of places or from a file whose rows are taken one by one. */
@Service
public class Listing {

    /** A kind of place that the city's list knows, and how many of it there are. */
    public record Like(String kind, int places) {}

    /** @param line as a spreadsheet counts them, the head is the first */
    public record Fault(long line, String row, String why) {}

    public record Taken(int rows, int added, List<Fault> faults) {}

    private record Place(String name, @Nullable String area, String department) {}

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).setIgnoreEmptyLines(true).get();
    private static final int MOST = 3000;
    private final Moves moves;
    private final Tasks tasks;
    private final Organising organising;
    private final Departments departments;
    private final Catalogue catalogue;
    private final Words words;

    Listing(Moves moves, Tasks tasks, Organising organising, Departments departments, Catalogue catalogue, Words words) {
        this.moves = moves;
        this.tasks = tasks;
        this.organising = organising;
        this.departments = departments;
        this.catalogue = catalogue;
        this.words = words;
    }

    /** The kinds of places that the city knows: what stands before the first dash of their codes. */
    public List<Like> kinds() {
        return departments.areas().values().stream().filter(area -> area.kind().equals("PLACE")).collect(java.util.stream.Collectors.groupingBy(Listing::kind,
                java.util.TreeMap::new, java.util.stream.Collectors.counting())).entrySet().stream().map(entry -> new Like(entry.getKey(), entry.getValue().intValue())).toList();
    }

    private static String kind(Area area) {
        return area.code().split("-", 2)[0];
    }

    /** All places of a kind within the topic's area; those that are on the list already stay as they are. */
    @Transactional
    public Taken addLike(UUID id, @Nullable String kind, Actor actor) {
        new Invalid.Check().given(kind, "/kind").that(kinds().stream().anyMatch(like -> like.kind().equals(kind)), "/kind", "choice").done();
        var added = new ArrayList<Place>();
        moves.act(id, Action.LIST, actor, on -> {
            var within = on.campaign().topic().area().isEmpty() ? null : new HashSet<>(departments.areasWithin(on.campaign().topic().area()));
            var there = tasks.places(id);
            departments.areas().values().stream().filter(area -> area.kind().equals("PLACE") && kind(area).equals(kind))
                    .filter(area -> within == null || within.contains(area.code())).filter(area -> !there.contains(area.name()))
                    .map(area -> new Place(area.name(), area.code(), responsible(on.campaign(), area.code()))).forEach(added::add);
            add(on, added);
            return "+" + added.size();
        });
        return new Taken(added.size(), added.size(), List.of());
    }

    /** Whoever the dispatch catalogue names for this matter there; else the lead department. */
    private String responsible(Campaign campaign, @Nullable String area) {
        var clauses = catalogue.responsible(campaign.topic().category(), area);
        var lead = campaign.plan().lead();
        if (clauses.isEmpty() && lead == null) {
            throw new Refusal("campaign-not-ready");
        }
        return clauses.isEmpty() ? lead : clauses.getFirst().department();
    }

    /** @param file CSV with 地点,区域,责任单位 (or place,area,department); the last two may be left out */
    @Transactional
    public Taken take(UUID id, String file, Actor actor) {
        var records = records(file);
        var faults = new ArrayList<Fault>();
        var added = new ArrayList<Place>();
        moves.act(id, Action.LIST, actor, on -> {
            var there = new HashSet<>(tasks.places(id));
            for (var row : records) {
                try {
                    added.add(place(on.campaign(), row, there));
                } catch (Invalid wrong) {
                    faults.add(new Fault(row.getRecordNumber() + 1, String.join(",", row), said(wrong)));
                }
            }
            add(on, added);
            return "+" + added.size();
        });
        return new Taken(records.size(), added.size(), List.copyOf(faults));
    }

    private Place place(Campaign campaign, CSVRecord row, Set<String> there) {
        var name = cell(row, "地点", "place");
        var area = area(cell(row, "区域", "area"));
        var said = cell(row, "责任单位", "department");
        new Invalid.Check().given(name, "/地点").atMost(name, 60, "/地点").that(!name.isEmpty() && "=+-@".indexOf(name.charAt(0)) < 0, "/地点", "formula").done();
        new Invalid.Check().that(there.add(name), "/地点", "listed-already").done();
        var department = said.isEmpty() ? responsible(campaign, area) : departments.all().values().stream()
                .filter(one -> one.code().equals(said) || one.name().equals(said) || one.shortName().equals(said)).findFirst()
                .orElseThrow(() -> new Invalid("/责任单位", "unknown-department")).code();
        return new Place(name, area, department);
    }

    private @Nullable String area(String said) {
        return said.isEmpty() ? null : departments.areas().values().stream().filter(area -> area.code().equals(said) || area.name().equals(said)).findFirst()
                .orElseThrow(() -> new Invalid("/区域", "unknown-area")).code();
    }

    private static String cell(CSVRecord row, String chinese, String english) {
        var column = row.isMapped(chinese) ? chinese : english;
        return row.isMapped(column) && row.isSet(column) ? row.get(column).strip() : "";
    }

    private List<CSVRecord> records(String file) {
        try (var parser = CSVParser.parse(new StringReader(file.startsWith("\ufeff") ? file.substring(1) : file), FORMAT)) {
            boolean known = parser.getHeaderNames().contains("地点") || parser.getHeaderNames().contains("place");
            var records = parser.getRecords();
            if (!known || records.size() > MOST) {
                throw new Refusal("list-unreadable", MOST);
            }
            return records;
        } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException broken) {
            throw new Refusal("list-unreadable", MOST);
        }
    }

    private String said(Invalid wrong) {
        return String.join("；", wrong.fields().stream().map(field -> field.pointer().substring(1) + "：" + words.say("field." + field.code(), field.arguments().toArray())).toList());
    }

    private void add(Moves.On on, List<Place> places) {
        var status = on.campaign().status() == Status.RUNNING ? TaskStatus.OPEN : TaskStatus.LISTED;
        var fresh = places.stream().map(place -> task(on.campaign(), place, status, on.now())).toList();
        fresh.forEach(tasks::insert);
        moves.added(on.campaign(), fresh, TaskAction.ADD, on.actor(), on.now());
        if (status == TaskStatus.OPEN) {
            organising.tell(on.campaign(), fresh, on.now());
        }
    }

    private Task task(Campaign campaign, Place place, TaskStatus status, Instant now) {
        var due = status.isOpen() ? moves.due(status, now) : null;
        return new Task(Ids.next(now), campaign.id(), place.name(), place.area(), place.department(), status, "", due == null ? null : now,
                due == null ? null : due.dueAt(), due, null, List.of());
    }
}

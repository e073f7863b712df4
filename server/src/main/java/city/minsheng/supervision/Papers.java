package city.minsheng.supervision;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.directory.People;
import city.minsheng.directory.Person;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.WordPaper;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Watching;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 公文: measures and the daily sheet as Word files, from the templates in the city's folder {@code documents/}. */
@Component
public class Papers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private final Measures measures;
    private final Reminding reminding;
    private final Watching watching;
    private final Departments departments;
    private final People people;
    private final WordPaper paper;
    private final CitySettings city;
    private final Words words;
    private final Clock clock;

    Papers(Measures measures, Reminding reminding, Watching watching, Departments departments, People people, WordPaper paper, CitySettings city, Words words, Clock clock) {
        this.measures = measures;
        this.reminding = reminding;
        this.watching = watching;
        this.departments = departments;
        this.people = people;
        this.paper = paper;
        this.city = city;
        this.words = words;
        this.clock = clock;
    }

    /** A measure in words that can be printed. */
    record Order(String office, String rung, String number, String departments, String title, String cause, String demand, String due, String day,
            List<Measure.Order> orders) {}

    Order order(UUID id, Actor actor) {
        var measure = measures.get(id, actor);
        return new Order(city.hotline() + words.in(Locale.CHINESE, "paper.office"), words.in(Locale.CHINESE, "rung." + measure.rung()), measure.number(),
                measure.departments().stream().map(Measure.Part::departmentName).map(String::valueOf).collect(Collectors.joining("、")), measure.title(),
                measure.cause(), measure.demand(), day(measure.dueAt()), day(measure.issuedAt()), measure.orders());
    }

    /** The measure as it is sent out. */
    public byte[] measure(UUID id, Actor actor) {
        var order = order(id, actor);
        var fields = new HashMap<String, Object>();
        fields.put("office", order.office());
        fields.put("rung", order.rung());
        fields.put("number", order.number());
        fields.put("departments", order.departments());
        fields.put("title", order.title());
        fields.put("cause", order.cause());
        fields.put("demand", order.demand());
        fields.put("due", order.due());
        fields.put("day", order.day());
        fields.put("orders", order.orders().stream().map(one -> Map.of("number", one.number(), "title", one.title())).toList());
        return paper.written("measure.docx", fields, "orders");
    }

    /** 每日督办情况: who was urged when by whom, with what result; and how each department stands. */
    public Sheet sheet(LocalDate day) {
        var reminders = reminding.of(day);
        return new Sheet(city.hotline() + words.in(Locale.CHINESE, "paper.office"), DAY.format(day), day(clock.instant()) + minute(clock.instant()),
                watching.unaccepted().count(), watching.dueToday().count(), watching.overdue().count(), watching.notCalledBack().count(), reminders.size(),
                (int) reminders.stream().filter(one -> one.readAt() != null).count(), (int) reminders.stream().filter(one -> one.did() != null).count(),
                reminders.stream().map(this::row).toList(),
                watching.departments().stream().sorted(Comparator.comparing(Watching.Standing::code, departments.officialOrder()))
                        .map(one -> new Sheet.Standing(String.valueOf(one.name()), one.open(), one.unaccepted(), one.dueToday(), one.overdue())).toList());
    }

    /** The same as a Word file. */
    public byte[] dailySheet(LocalDate day) {
        var sheet = sheet(day);
        var fields = new HashMap<String, Object>();
        fields.put("office", sheet.office());
        fields.put("day", sheet.day());
        fields.put("asOf", sheet.asOf());
        fields.put("unaccepted", sheet.unaccepted());
        fields.put("dueToday", sheet.dueToday());
        fields.put("overdue", sheet.overdue());
        fields.put("notCalledBack", sheet.notCalledBack());
        fields.put("reminded", sheet.reminded());
        fields.put("read", sheet.read());
        fields.put("acted", sheet.acted());
        fields.put("reminders", sheet.reminders().stream().map(one -> Map.of("at", one.at(), "by", one.by(), "department", one.department(), "order", one.order(),
                "way", one.way(), "receipt", one.receipt(), "effect", one.effect())).toList());
        fields.put("standings", sheet.standings().stream().map(one -> Map.of("department", one.department(), "open", one.open(),
                "unaccepted", one.unaccepted(), "dueToday", one.dueToday(), "overdue", one.overdue())).toList());
        return paper.written("daily-sheet.docx", fields, "reminders", "standings");
    }

    private Sheet.Urged row(Reminding.Reminder one) {
        return new Sheet.Urged(minute(one.at()), name(one.by()), String.valueOf(one.departmentName()), one.number() + " " + one.title(),
                words.in(Locale.CHINESE, "way." + one.way()), one.readAt() == null ? "—" : one.readByName() + " " + minute(one.readAt()),
                one.did() == null ? "—" : words.in(Locale.CHINESE, "action." + one.did().action()) + " " + minute(one.did().at()));
    }

    private String name(@Nullable String username) {
        return username == null ? "" : people.find(username).map(Person::name).orElse(username);
    }

    private String day(Instant at) {
        return DAY.format(at.atZone(city.zone()));
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(city.zone()));
    }
}

package city.minsheng.campaign;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.NotYours;
import city.minsheng.platform.WordPaper;
import city.minsheng.platform.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 公文: the draft of the joint notice 联合通告 and the report at the end 总结报告. No name of a citizen stands in them. */
@Component
public class CampaignPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private final Campaigns campaigns;
    private final Tasks tasks;
    private final Evidence evidence;
    private final Measuring measuring;
    private final Departments departments;
    private final WordPaper paper;
    private final CitySettings city;
    private final Words words;
    private final Clock clock;

    CampaignPapers(Campaigns campaigns, Tasks tasks, Evidence evidence, Measuring measuring, Departments departments, WordPaper paper, CitySettings city, Words words,
            Clock clock) {
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.evidence = evidence;
        this.measuring = measuring;
        this.departments = departments;
        this.paper = paper;
        this.city = city;
        this.words = words;
        this.clock = clock;
    }

    /** 关于…的通告, for the lead and the joining departments to sign. */
    public byte[] notice(UUID id, Actor actor) {
        var campaign = campaigns.get(id, actor);
        var fields = new HashMap<String, Object>(facts(campaign));
        var day = campaign.notice().on() == null ? LocalDate.ofInstant(clock.instant(), city.zone()) : campaign.notice().on();
        fields.put("day", DAY.format(day));
        fields.put("signers", signers(campaign).stream().map(name -> Map.of("name", name)).toList());
        return paper.written("joint-notice.docx", fields, "signers");
    }

    public byte[] report(UUID id, Actor actor) {
        var campaign = campaigns.get(id, actor);
        if (!Campaigns.seesAll(actor)) {
            throw new NotYours("wrong-role-here");
        }
        var fields = new HashMap<String, Object>(facts(campaign));
        var lines = evidence.kept(id).stream().filter(line -> line.back() == 0).toList();
        fields.put("requests", lines.size());
        fields.put("callers", lines.stream().map(Evidence.Line::caller).distinct().count());
        fields.put("conclusion", campaign.conclusion());
        fields.put("day", DAY.format(LocalDate.ofInstant(clock.instant(), city.zone())));
        fields.put("standings", standings(tasks.all(id)));
        var effect = measuring.effect(campaign);
        fields.put("calls", effect.map(this::calls).orElse(List.of()));
        fields.put("effect", said(effect));
        return paper.written("campaign-report.docx", fields, "standings", "calls");
    }

    private Map<String, Object> facts(Campaign campaign) {
        var facts = new HashMap<String, Object>();
        facts.put("office", city.hotline() + "办公室");
        facts.put("city", city.name());
        facts.put("number", campaign.number());
        facts.put("title", campaign.title());
        facts.put("reason", campaign.reason());
        facts.put("demand", campaign.plan().demand());
        facts.put("departments", String.join("、", signers(campaign)));
        facts.put("ends", campaign.plan().endsOn() == null ? "" : DAY.format(campaign.plan().endsOn()));
        facts.put("topic", evidence.named(campaign.topic()));
        facts.put("places", tasks.all(campaign.id()).size());
        facts.put("card", campaign.card().number() == null ? "—" : campaign.card().number());
        facts.put("notice", campaign.notice().words().isEmpty() ? "—" : campaign.notice().words());
        facts.put("started", day(campaign.startedAt()));
        facts.put("swept", day(campaign.sweptAt()));
        return facts;
    }

    private List<String> signers(Campaign campaign) {
        var all = new ArrayList<String>();
        if (campaign.plan().lead() != null) {
            all.add(campaign.plan().lead());
        }
        all.addAll(campaign.plan().joining());
        return all.stream().map(code -> String.valueOf(departments.nameOf(code))).toList();
    }

    private List<Map<String, Object>> standings(List<Task> all) {
        return all.stream().collect(Collectors.groupingBy(Task::department, java.util.TreeMap::new, Collectors.toList())).entrySet().stream().map(entry -> {
            var one = Measuring.standing(entry.getKey(), departments.nameOf(entry.getKey()), entry.getValue(), clock.instant());
            return Map.<String, Object>of("department", String.valueOf(one.name()), "places", one.places(), "clear", one.clear(), "found", one.found(),
                    "fixed", one.fixed(), "left", one.leftOver());
        }).toList();
    }

    private List<Map<String, Object>> calls(Effect effect) {
        return List.of(line("swept", effect.swept()), line("others", effect.others()));
    }

    private Map<String, Object> line(String which, Effect.Group group) {
        return Map.of("group", words.in(Locale.CHINESE, "campaign.group." + which), "places", group.places(), "before", group.before(), "during", group.during(),
                "after", group.after(), "change", group.change() == null ? "—" : percent(group.change()));
    }

    /** With n, and plainly where it is too small. */
    private String said(Optional<Effect> effect) {
        if (effect.isEmpty() || effect.get().difference() == null) {
            return words.in(Locale.CHINESE, "campaign.effect.none");
        }
        var known = effect.get();
        var sentence = words.in(Locale.CHINESE, "campaign.effect.said", percent(known.swept().change()), known.swept().before(), known.swept().after(),
                percent(known.others().change()), known.others().before(), known.others().after(), "%+.1f".formatted(known.difference()));
        return known.small() ? sentence + words.in(Locale.CHINESE, "campaign.effect.small") : sentence;
    }

    private static String percent(@Nullable Double change) {
        return change == null ? "—" : "%+.1f%%".formatted(change);
    }

    private String day(@Nullable Instant at) {
        return at == null ? "—" : DAY.format(at.atZone(city.zone()));
    }
}

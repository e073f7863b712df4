package city.minsheng.bench;

import city.minsheng.bench.GoldEvents.Score;
import city.minsheng.textmining.hotspot.Grouping;
import city.minsheng.textmining.hotspot.Heat;
import city.minsheng.textmining.hotspot.Judge;
import city.minsheng.textmining.hotspot.Request;
import city.minsheng.textmining.hotspot.Resemblance;
import city.minsheng.textmining.hotspot.Rules;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests grouped into events one by one, against what people judged, and the time that it takes. */
final class Hotspots {

    private static final int FEW = 10_000;
    private static final int MANY = 100_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private final Bench.Wish wish;
    private final Figures figures;

    Hotspots(Bench.Wish wish, Figures figures) {
        this.wish = wish;
        this.figures = figures;
    }

    record Grouped(Grouping grouping, double seconds) {

        Map<String, Long> groups(List<Request> requests, ToLongFunction<String> level) {
            return requests.stream().collect(Collectors.toMap(Request::id, request -> level.applyAsLong(request.id())));
        }
    }

    void run() throws IOException {
        boolean real = wish.is("--messages");
        var year = real ? new InventedEvents.Year(messages(), new GoldEvents()) : InventedEvents.of(FEW);
        var requests = year.requests();
        var known = requests.stream().map(Request::id).collect(Collectors.toSet());
        var gold = !real ? year.gold() : wish.is("--events") ? GoldEvents.read(wish.text("--events", ""), wish.is("--pairs") ? wish.text("--pairs", "") : null, known) : year.gold();
        Bench.say(real ? "%d requests, %d judged events, %d judged pairs" : "no file: %d invented requests, %d events", requests.size(), gold.members.size(), gold.pairs.size());
        group(requests.subList(0, Math.min(3000, requests.size())), Judge.LEARNED, Rules.SAME); // the compiler is warm after that
        var grouped = group(requests, Judge.LEARNED, Rules.SAME);
        var groups = grouped.groups(requests, grouped.grouping()::event);
        put(gold.score(groups, gold.members.keySet(), gold.pairs));
        top(requests, groups);
        if (wish.is("--out")) {
            write(requests, groups, grouped.groups(requests, grouped.grouping()::related));
        }
        if (wish.is("--folds")) {
            validate(requests, gold, grouped.grouping(), wish.number("--folds", 5));
        }
        figures.put("ms_per_message", grouped.seconds() * 1000 / requests.size());
        time();
    }

    private List<Request> messages() throws IOException {
        var table = Table.read(wish.text("--messages", ""));
        return IntStream.range(0, table.size()).mapToObj(i -> new Request(table.get(i, "id"), table.get(i, "user"), table.get(i, "title"), table.get(i, "detail"),
                        LocalDateTime.parse(table.get(i, "time"), TIME).atZone(ZoneId.of("Asia/Shanghai")).toInstant()))
                .sorted(Comparator.comparing(Request::at).thenComparing(Request::id)).toList();
    }

    static Grouped group(List<Request> requests, Judge judge, Rules same) {
        var grouping = new Grouping(Set.of(), judge, same, Rules.RELATED);
        double start = cpu();
        requests.forEach(grouping::add);
        return new Grouped(grouping, cpu() - start);
    }

    /** Of the whole process, what collects the garbage too; the machine may be busy with something else. */
    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private void put(Score score) {
        Bench.say("B-cubed P %.3f R %.3f F %.3f; judged pairs put together %d, right %d of %d same", score.p(), score.r(), score.f(), score.together(), score.right(), score.same());
        figures.exact("bcubed_p", score.p()).exact("bcubed_r", score.r()).exact("bcubed_f", score.f())
                .exact("pair_precision", score.pairPrecision()).exact("pair_recall", score.pairRecall());
    }

    /** Many callers and soon after one another. */
    private static double weight(List<Request> event) {
        return Heat.peak(event) * Math.sqrt(event.stream().map(Request::caller).distinct().count());
    }

    /** The hottest ten of the whole time, by their numbers only. */
    private static void top(List<Request> requests, Map<String, Long> groups) {
        var events = requests.stream().collect(Collectors.groupingBy(request -> groups.get(request.id())));
        Bench.say("rank  peak heat  callers  requests  one of them");
        var hottest = events.values().stream().sorted(Comparator.comparingDouble(Hotspots::weight).reversed()).limit(10).toList();
        for (int i = 0; i < hottest.size(); i++) {
            var event = hottest.get(i);
            Bench.say("%4d  %9.1f  %7d  %8d  %s", i + 1, Heat.peak(event), event.stream().map(Request::caller).distinct().count(), event.size(), event.getFirst().id());
        }
    }

    private void write(List<Request> requests, Map<String, Long> same, Map<String, Long> related) throws IOException {
        var lines = new ArrayList<>(List.of("level,cluster,message_id"));
        for (var request : requests) {
            lines.add("同一事件," + same.get(request.id()) + "," + request.id());
        }
        for (var request : requests) {
            lines.add("可能相关," + related.get(request.id()) + "," + request.id());
        }
        Files.write(Path.of(wish.text("--out", "")), lines);
    }

    private void validate(List<Request> requests, GoldEvents gold, Grouping read, int folds) {
        var teaching = new EventTeaching(gold, read, folds);
        new EventValidation(requests, gold, teaching, folds).put(figures);
        var all = teaching.learn(Set.of());
        Bench.say("learned from all: %s, bias %.2f", IntStream.range(0, all.weights().length)
                .mapToObj(i -> "%s %.2f".formatted(Resemblance.NAMES.get(i), all.weights()[i])).collect(Collectors.joining(", ")), all.bias());
        var taught = group(requests, all, Rules.SAME);
        var fit = gold.score(taught.groups(requests, taught.grouping()::event), gold.members.keySet(), gold.pairs);
        Bench.say("with that: B-cubed P %.3f R %.3f F %.3f, pair precision %.3f recall %.3f", fit.p(), fit.r(), fit.f(), fit.pairPrecision(), fit.pairRecall());
    }

    private void time() {
        double few = group(InventedEvents.of(FEW).requests(), Judge.LEARNED, Rules.SAME).seconds();
        double many = group(InventedEvents.of(MANY).requests(), Judge.LEARNED, Rules.SAME).seconds();
        double exponent = Math.log(many / few) / Math.log((double) MANY / FEW);
        Bench.say("invented: %d in %.2f s, %d in %.2f s of one core (goal 15 s), growth n^%.2f (goal 1.1)", FEW, few, MANY, many, exponent);
        figures.put("seconds_10k", few).put("seconds_100k", many).put("growth_exponent", exponent);
    }
}

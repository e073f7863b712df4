package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Messages of which it is known which are about one event: does typing one of them show the others? Prints ids and no texts. */
final class Similar {

    private static final int SHOWN = 10;
    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"([0-9a-f-]{36})\"");

    /** @param reciprocal of the first place that shows another of the event @param recall of the ten places, as far as the event has so many */
    private record Asked(double reciprocal, double recall) {}

    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Similar(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        var file = wish.text("--messages", "");
        var known = wish.text("--events", "");
        if (file.isEmpty() || known.isEmpty()) {
            throw new IllegalArgumentException("bench/run similar needs --messages FILE (id,user,title,time,detail) and --events FILE (event,role,message_id).");
        }
        try (var product = Product.start(data)) {
            product.command("import", Path.of(file).toAbsolutePath().toString());
            product.indexed();
            measure(product, texts(Table.read(file)), events(Table.read(known)), ids(product));
        }
    }

    private void measure(Product product, Map<String, String> texts, Map<String, Set<String>> events, Map<String, UUID> ids) throws Exception {
        var asked = new ArrayList<Asked>();
        var times = new ArrayList<Long>();
        try (var client = new Client(product.port).as("agent01")) {
            for (int round = 0; round < 3; round++) { // the first two only warm up
                asked.clear();
                times.clear();
                for (var event : events.values()) {
                    for (var id : event) {
                        if (event.size() > 1 && ids.containsKey(id)) {
                            asked.add(ask(client, id, texts.get(id), event, ids, times));
                        }
                    }
                }
            }
        }
        report(asked, new Load.Times(0, times.stream().mapToLong(Long::longValue).sorted().toArray()));
    }

    private static Asked ask(Client client, String id, String text, Set<String> event, Map<String, UUID> ids, List<Long> times) throws IOException {
        var own = ids.get(id);
        var json = "{\"text\":\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\",\"but\":\"" + own + "\"}";
        long begun = System.nanoTime();
        var answer = client.post("/api/search/like", json, "");
        times.add(System.nanoTime() - begun);
        if (answer.status() != 200) {
            throw new IOException("message " + id + ": " + answer.status());
        }
        var others = new HashSet<String>();
        event.stream().filter(other -> !other.equals(id) && ids.containsKey(other)).forEach(other -> others.add(ids.get(other).toString()));
        var shown = SUBJECT.matcher(answer.body()).results().map(found -> found.group(1)).distinct().limit(SHOWN).toList();
        int first = 0;
        while (first < shown.size() && !others.contains(shown.get(first))) {
            first++;
        }
        long right = shown.stream().filter(others::contains).count();
        return new Asked(first == shown.size() ? 0 : 1.0 / (first + 1), (double) right / Math.min(SHOWN, others.size()));
    }

    private void report(List<Asked> asked, Load.Times times) {
        double reciprocal = asked.stream().mapToDouble(Asked::reciprocal).average().orElse(Double.NaN);
        double recall = asked.stream().mapToDouble(Asked::recall).average().orElse(Double.NaN);
        Bench.say("");
        Bench.say("%,d messages of events: MRR@10 %.3f (goal 0.97), recall@10 %.3f (goal 0.93), p50 %.1f ms, p99 %.1f ms (goal 50), over HTTP",
                asked.size(), reciprocal, recall, times.ms(0.5), times.ms(0.99));
        figures.put("mrr10", reciprocal).put("recall10", recall).put("p50_ms", times.ms(0.5)).put("p99_ms", times.ms(0.99)).put("asked", asked.size());
    }

    private static Map<String, String> texts(Table messages) {
        var texts = new HashMap<String, String>();
        for (int row = 0; row < messages.size(); row++) {
            texts.put(messages.get(row, "id").strip(), messages.get(row, "title").strip() + "。" + messages.get(row, "detail").strip());
        }
        return texts;
    }

    private static Map<String, Set<String>> events(Table table) {
        var events = new LinkedHashMap<String, Set<String>>();
        for (int row = 0; row < table.size(); row++) {
            if (table.get(row, "role").equals("member")) {
                events.computeIfAbsent(table.get(row, "event"), event -> new HashSet<>()).add(table.get(row, "message_id").strip());
            }
        }
        return events;
    }

    private static Map<String, UUID> ids(Product product) throws Exception {
        var ids = new HashMap<String, UUID>();
        try (var connection = product.database(); var rows = connection.createStatement().executeQuery("select external_id, id from work_order where external_id is not null")) {
            while (rows.next()) {
                ids.put(rows.getString(1), rows.getObject(2, UUID.class));
            }
        }
        Bench.say("%,d messages taken in", ids.size());
        return ids;
    }
}

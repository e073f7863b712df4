package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Search at so many orders: does it find what reading everything finds, how fast, how large is it, and what does it cost the intake? */
final class Sought {

    private static final int PHRASES = 60;
    private static final int WARM = 300;
    private static final Pattern COUNT = Pattern.compile("\"count\":(\\d+)");
    private static final String LIKE_ALL_OTHERS = "body like '%室内温度不足十六度%'"; // as filled, and as the intake's own
    private final Bench.Wish wish;
    private final Path data;
    private final Figures figures;

    Sought(Bench.Wish wish, Path data, Figures figures) {
        this.wish = wish;
        this.data = data;
        this.figures = figures;
    }

    void run() throws Exception {
        var cost = wish.is("--no-cost") ? Double.NaN : cost();
        try (var product = Product.start(data)) {
            fill(product);
        }
        try (var product = Product.start(data)) {
            long begun = System.nanoTime();
            product.reindexed();
            double built = (System.nanoTime() - begun) / 1e9;
            long bytes = size(data.resolve("city/search"));
            long orders = Long.parseLong(column(product, "select count(*) from work_order").getFirst());
            Bench.say("built anew for %,d orders in %.0f s, %,d bytes an order", orders, built, bytes / orders);
            figures.put("orders", orders).put("bytes_per_order", (double) bytes / orders).put("build_seconds", built);
            measure(product);
        }
        figures.put("intake_cost", cost);
    }

    /** What an earlier run left is gone on with. */
    private void fill(Product product) throws Exception {
        int there = Integer.parseInt(column(product, "select count(*) from work_order").getFirst());
        if (there == 0) {
            Intake.one(product);
        }
        if (there < wish.orders()) {
            product.preload(wish.orders() - there);
        }
        if (!column(product, "select 1 from work_order where " + LIKE_ALL_OTHERS + " limit 1").isEmpty()) {
            invent(product);
        }
    }

    /** How much more processor time an order takes when this node keeps an index. */
    private double cost() throws Exception {
        double without;
        try (var product = Product.start(data, "-Dminsheng.search=false")) {
            product.restJobs();
            without = new Intake(wish, data, figures).cost(product);
            Bench.say("intake without an index  %.2f CPU-ms an order", without);
        }
        try (var product = Product.start(data)) {
            product.indexed();
            product.restJobs();
            double with = new Intake(wish, data, figures).cost(product);
            Bench.say("intake with its index    %.2f CPU-ms an order: %+.0f %% (goal 25)", with, 100 * (with / without - 1));
            return with / without - 1;
        }
    }

    /** Each order gets a text of its own: some dozens of words, few of them often and many seldom. */
    private static void invent(Product product) throws Exception {
        long begun = System.nanoTime();
        try (var connection = product.database(); var statement = connection.createStatement()) {
            statement.execute("update work_order o set title = " + words(6) + ", body = " + words(70) + " where " + LIKE_ALL_OTHERS);
            statement.execute("vacuum analyze work_order");
        }
        Bench.say("invented their texts in %.0f s", (System.nanoTime() - begun) / 1e9);
    }

    /** So many words of six thousand, each of two characters and each the seldomer the higher its number. */
    private static String words(int many) {
        return """
                (select string_agg(chr(20000 + w %% 911) || chr(22000 + w * 7919 %% 907) || case when n %% 7 = 0 then '，' else '' end, '')
                   from (select n, floor(6000 * power(random(), 3))::int as w from generate_series(1, %d) n where o.id is not null) picked)""".formatted(many);
    }

    private void measure(Product product) throws Exception {
        var phrases = phrases(product, PHRASES);
        var scanned = scan(product, phrases);
        try (var client = new Client(product.port).as("agent01")) {
            long there = 0;
            long found = 0;
            for (int i = 0; i < phrases.size(); i++) {
                long count = count(client, phrases.get(i));
                there += scanned.get(i);
                found += Math.min(count, scanned.get(i));
                if (count != scanned.get(i)) {
                    Bench.say("a phrase of %d characters: %d found, %d there", phrases.get(i).length(), count, scanned.get(i));
                }
            }
            Bench.say("recall against reading everything: %,d of %,d in %d phrases", found, there, phrases.size());
            figures.put("recall", (double) found / there);
            var more = phrases(product, 2000);
            for (int i = 0; i < WARM; i++) {
                count(client, more.get(i));
            }
            times("", "searches over HTTP, 20 hits with excerpts and an exact count", more, phrase -> count(client, phrase));
            var typed = column(product, "select left(body, 40) from work_order order by md5(number) limit 2000");
            for (int i = 0; i < WARM; i++) {
                like(client, typed.get(i));
            }
            times("like_", "texts being typed, the orders most like them", typed, text -> like(client, text));
        }
    }

    private interface Asking {
        void ask(String text) throws IOException;
    }

    private void times(String key, String what, List<String> texts, Asking asking) throws IOException {
        var times = new ArrayList<Long>();
        long end = System.nanoTime() + wish.seconds() * 1_000_000_000L;
        for (int i = 0; System.nanoTime() < end; i++) {
            long begun = System.nanoTime();
            asking.ask(texts.get(i % texts.size()));
            times.add(System.nanoTime() - begun);
        }
        var sorted = new Load.Times(wish.seconds(), times.stream().mapToLong(Long::longValue).sorted().toArray());
        Bench.say("%,d %s: p50 %.1f ms, p99 %.1f ms (goal 50)", times.size(), what, sorted.ms(0.5), sorted.ms(0.99));
        figures.put(key + "p50_ms", sorted.ms(0.5)).put(key + "p99_ms", sorted.ms(0.99));
    }

    private static void like(Client client, String text) throws IOException {
        var answer = client.post("/api/search/like", "{\"text\":\"" + text + "\"}", "");
        if (answer.status() != 200) {
            throw new IOException("like: " + answer.status());
        }
    }

    private static long count(Client client, String phrase) throws IOException {
        var answer = client.post("/api/search", "{\"q\":\"" + phrase + "\",\"kinds\":[\"order\"]}", "");
        var count = COUNT.matcher(answer.body());
        if (answer.status() != 200 || !count.find()) {
            throw new IOException("search: " + answer.status());
        }
        return Long.parseLong(count.group(1));
    }

    /** Of two, three and four characters, from anywhere in the texts. */
    private static List<String> phrases(Product product, int many) throws Exception {
        var random = new Random(many);
        var phrases = new ArrayList<String>();
        for (var body : column(product, "select body from work_order order by md5(id::text) limit " + many * 2)) {
            int length = 2 + phrases.size() % 3;
            int from = random.nextInt(body.length() - length);
            var phrase = body.substring(from, from + length);
            if (phrase.chars().allMatch(Character::isIdeographic) && phrases.size() < many) {
                phrases.add(phrase);
            }
        }
        return phrases;
    }

    private static List<Long> scan(Product product, List<String> phrases) throws Exception {
        var sql = phrases.stream().map(phrase -> "count(*) filter (where title like '%" + phrase + "%' or body like '%" + phrase + "%' or answer like '%" + phrase
                + "%' or address like '%" + phrase + "%')").collect(Collectors.joining(", ", "select ", " from work_order"));
        try (var connection = product.database(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            var counts = new ArrayList<Long>();
            for (int i = 1; i <= phrases.size(); i++) {
                counts.add(rows.getLong(i));
            }
            return counts;
        }
    }

    private static List<String> column(Product product, String sql) throws Exception {
        try (var connection = product.database(); var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

package city.minsheng.bench;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The program with Asterisk, and so many seats that are ready: each is a telephone that SIPp plays at 127.0.0.8. */
final class Hall implements AutoCloseable {

    private static final String CITY = System.getenv("MINSHENG_COMMAND").replaceFirst(".*-Dminsheng.sample-city=(\\S+).*", "$1");
    private static final String SCRIPT = System.getenv("MINSHENG_COMMAND").replaceFirst(".*-Dminsheng.asterisk.script=(\\S+).*", "$1");
    private static final Path FETCHED = Path.of(".run/telephone-tests/asterisk");
    final Product product;
    final Path home;
    final int sip;
    private final Path data;
    private final Map<String, String> environment;

    private Hall(Product product, Path data, int sip, Map<String, String> environment) {
        this.product = product;
        this.data = data;
        this.home = data.resolve("city/asterisk");
        this.sip = sip;
        this.environment = environment;
    }

    static Hall open(Path data, int seats, int seatPort, boolean record) throws Exception {
        for (var program : List.of("sipp", "tcpdump")) {
            if (new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() != 0) {
                throw new IOException("Please install " + program + " (Debian: apt install sip-tester tcpdump)");
            }
        }
        int sip = freeUdp();
        var environment = Map.of("MINSHENG_SIP_PORT", "" + sip, "MINSHENG_ASTERISK_PORT", "" + freeTcp(), "MINSHENG_RTP_PORTS", "32000-36999",
                "MINSHENG_TRUNK", "127.0.0.9:5080", "MINSHENG_TRUNK_MATCH", "127.0.0.9", "MINSHENG_SEATS", "0");
        var own = Files.createDirectories(data.resolve("city/asterisk/own"));
        fetched(data.resolve("city/asterisk"));
        Files.writeString(own.resolve("pjsip.conf"), telephones(seats, seatPort));
        Files.writeString(own.resolve("queues.conf"), "[bench]\nstrategy=rrmemory\nringinuse=no\ntimeout=20\nretry=1\nautofill=yes\n"
                + IntStream.rangeClosed(1, seats).mapToObj(seat -> "member => PJSIP/seat-" + seat + "\n").collect(Collectors.joining()));
        Files.writeString(own.resolve("extensions.conf"), """
                [inbound](+)
                exten => 99,1,Queue(bench,nr,,,60)
                 same => n,Hangup()
                exten => 98,1,MixMonitor(bench-${UNIQUEID}.wav,b)
                 same => n,Queue(bench,nr,,,60)
                 same => n,Hangup()
                """);
        var city = city(data, seats);
        var hall = new Hall(Product.start(data, List.of("-Dminsheng.sample-city=" + city, "-Dminsheng.telephony.wrap-up-seconds=0",
                "-Dminsheng.telephony.rating-seconds=1", "-Dminsheng.telephony.free-mb=" + (record ? 100 : Integer.MAX_VALUE)),
                List.of("--telephone"), environment), data, sip, environment);
        hall.product.restJobs();
        hall.everybodyIsReady(seats);
        return hall;
    }

    /** The Asterisk that was fetched once, so that no run fetches it again. */
    private static void fetched(Path home) throws IOException, InterruptedException {
        for (var part : List.of("root", "prompts", "music")) {
            new ProcessBuilder("cp", "-a", FETCHED.resolve(part).toString(), home.toString()).inheritIO().start().waitFor();
        }
    }

    private static String telephones(int seats, int port) {
        return IntStream.rangeClosed(1, seats).mapToObj(seat -> """
                [seat-%1$d]
                type=endpoint
                transport=udp
                context=agents
                disallow=all
                allow=alaw
                direct_media=no
                aors=seat-%1$d
                media_address=127.0.0.1
                bind_rtp_to_media_address=yes
                [seat-%1$d]
                type=aor
                contact=sip:seat-%1$d@127.0.0.8:%2$d
                """.formatted(seat, port)).collect(Collectors.joining());
    }

    /** The sample city with so many seats and somebody for each. */
    private static Path city(Path data, int seats) throws IOException, InterruptedException {
        var city = data.resolve("city-files");
        new ProcessBuilder("cp", "-r", CITY, city.toString()).inheritIO().start().waitFor();
        var rows = new StringBuilder("number,kind,skill,english\n");
        var people = new StringBuilder();
        var skills = new StringBuilder();
        for (int seat = 1; seat <= seats; seat++) {
            rows.append(seat).append(",GENERAL,,General seat ").append(seat).append('\n');
            people.append("bench%d,甲%d,Bench %d,hotline,AGENT,g1,%d,,%d\n".formatted(seat, seat, seat, seat, 19910000000L + seat));
            skills.append("bench%d,general,1\n".formatted(seat));
        }
        Files.writeString(city.resolve("seats.csv"), rows);
        var without = Files.readAllLines(city.resolve("people.csv")).stream().map(Hall::withoutSeat).collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(city.resolve("people.csv"), without + people);
        Files.writeString(city.resolve("skills.csv"), skills, StandardOpenOption.APPEND);
        return city;
    }

    private static String withoutSeat(String person) {
        var fields = person.split(",", -1);
        if (fields.length > 6 && !fields[6].equals("seat")) {
            fields[6] = "";
        }
        return String.join(",", fields);
    }

    private void everybodyIsReady(int seats) throws IOException, InterruptedException {
        for (int i = 0; !line().contains("\"line\":\"UP\""); i++) {
            if (i > 900) {
                throw new IOException("the line is not up: " + line());
            }
            Thread.sleep(100);
        }
        for (int seat = 1; seat <= seats; seat++) {
            var person = new Client(product.port).as("bench" + seat);
            expect(person.post("/api/telephony/seat/sign-in", "{\"seat\":\"" + seat + "\"}", "in-" + seat));
            expect(person.post("/api/telephony/seat/state", "{\"state\":\"READY\"}", "ready-" + seat));
            person.close();
        }
        Thread.sleep(2500); // each telephone is seen within a second
    }

    private String line() throws IOException {
        try (var person = new Client(product.port).as("bench1")) {
            return person.get("/api/telephony/seat").body();
        }
    }

    private static void expect(Client.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException(answer.toString());
        }
    }

    long asterisk() throws IOException {
        return Long.parseLong(Files.readString(home.resolve("var/run/asterisk.pid")).strip());
    }

    /** What Asterisk says to a word of its command line. */
    String cli(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(SCRIPT, "cli"));
        command.addAll(List.of(words));
        var process = script(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        process.waitFor(20, TimeUnit.SECONDS);
        return said;
    }

    /** Legs that are still there, and should not be. */
    int channels() throws IOException, InterruptedException {
        var said = cli("core", "show", "channels", "count");
        return Integer.parseInt(said.replaceFirst("(?s).*?(\\d+) active channel.*", "$1").strip());
    }

    private ProcessBuilder script(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("MINSHENG_DATA", data.resolve("city").toString());
        return builder;
    }

    static int freeUdp() throws IOException {
        try (var socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
            return socket.getLocalPort();
        }
    }

    private static int freeTcp() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        product.close();
        script(List.of(SCRIPT, "stop")).inheritIO().start().waitFor();
    }
}

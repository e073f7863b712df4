package city.minsheng.telephony.asterisk;

import city.minsheng.platform.Json;
import city.minsheng.telephony.Switch;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/**
 * A real Asterisk for all tests of this run, fetched once into target/ and stopped at the end. Callers and the network
 * are at 127.0.0.9, seats at 127.0.0.8, on free ports.
 */
final class AsteriskHouse {

    private static final Path SCRIPT = Path.of("../deploy/asterisk/telephone").toAbsolutePath().normalize();
    private static AsteriskHouse only;

    final Path data = Path.of("../.run/telephone-tests").toAbsolutePath().normalize();
    final AsteriskPlace place;
    final int sip;
    final SipPhones network;
    final SipPhones seats;

    private AsteriskHouse() throws IOException, InterruptedException {
        sip = freeUdp();
        network = new SipPhones("127.0.0.9", 0, sip);
        seats = new SipPhones("127.0.0.8", 0, sip);
        place = new AsteriskPlace(data.resolve("asterisk"), SCRIPT, freeTcp(), List.of());
        Files.createDirectories(place.home().resolve("own"));
        var own = new StringBuilder();
        for (var seat : List.of("1", "2", "3")) {
            own.append("""
                    [seat-%1$s]
                    type = endpoint
                    transport = udp
                    context = agents
                    disallow = all
                    allow = alaw
                    direct_media = no
                    aors = seat-%1$s
                    [seat-%1$s]
                    type = aor
                    contact = sip:seat-%1$s@127.0.0.8:%2$d
                    """.formatted(seat, seats.port()));
        }
        Files.writeString(place.home().resolve("own/pjsip.conf"), own);
        if (run("stop") != 0 || run("start") != 0) {
            throw new TestAbortedException("Asterisk cannot be had here: see target/telephone.log");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    static synchronized AsteriskHouse open() {
        try {
            only = only == null ? new AsteriskHouse() : only;
            return only;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int run(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(words));
        var log = Path.of("target/telephone.log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().put("MINSHENG_DATA", data.toString());
        builder.environment().put("MINSHENG_ASTERISK_PORT", "" + place.port());
        builder.environment().put("MINSHENG_SIP_PORT", "" + sip);
        builder.environment().put("MINSHENG_TRUNK", "127.0.0.9:" + network.port());
        builder.environment().put("MINSHENG_TRUNK_MATCH", "127.0.0.9");
        builder.environment().put("MINSHENG_RTP_PORTS", "30000-31999");
        return builder.start().waitFor();
    }

    private void stop() {
        try {
            run("stop");
        } catch (IOException | InterruptedException e) {
            System.err.println(e);
        }
    }

    long process() throws IOException {
        return Long.parseLong(Files.readString(place.home().resolve("var/run/asterisk.pid")).strip());
    }

    /** Another one of us on the same Asterisk, connected. */
    Asterisk connect(Consumer<SwitchEvent> listener) {
        var connected = new CountDownLatch(1);
        var asterisk = new Asterisk(place, new Beside(new AsteriskPlace(place.home(), null, place.port(), List.of())), Clock.systemUTC());
        asterisk.start(event -> {
            listener.accept(event);
            if (event instanceof SwitchEvent.SwitchUp) {
                connected.countDown();
            }
        });
        try {
            if (!connected.await(15, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Asterisk does not answer");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return asterisk;
    }

    /** Nothing of one test is left for the next. */
    void clear() {
        for (var kind : List.of("channels", "bridges")) {
            for (var thing : Json.read(ask("GET", kind))) {
                ask("DELETE", kind + "/" + thing.path("id").asString(""));
            }
        }
        for (int i = 0; i < 100 && !ask("GET", "channels").equals("[]"); i++) {
            pause(Duration.ofMillis(20));
        }
    }

    private String ask(String method, String path) {
        try (var client = HttpClient.newHttpClient()) {
            var secret = Files.readString(place.secret()).strip();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + place.port() + "/ari/" + path))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((AsteriskPlace.USER + ":" + secret).getBytes()))
                    .method(method, HttpRequest.BodyPublishers.noBody()).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    World world(Switch theSwitch) {
        return new World() {
            @Override
            public Switch theSwitch() {
                return theSwitch;
            }

            @Override
            public Telephone call(String from, String to) {
                return network.call(from, to, 440);
            }

            @Override
            public Telephone seat(String number, Manner manner) {
                return seats.rings(Seats.name(number), manner, 1000);
            }

            @Override
            public Telephone number(String number, Manner manner) {
                return network.rings(number, manner, 1700);
            }

            @Override
            public void pass(Duration time) {
                pause(time);
            }
        };
    }

    private static int freeUdp() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int freeTcp() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

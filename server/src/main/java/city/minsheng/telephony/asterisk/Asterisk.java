package city.minsheng.telephony.asterisk;

import city.minsheng.telephony.Switch;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.SwitchEvent.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The port on Asterisk. What is asked is handed to one thread, and everything is told from it. */
final class Asterisk implements Switch, Ari.Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Asterisk.class);
    private static final long TRY_AGAIN_MS = 250;
    private static final long SEATS_MS = 1000;
    private static final Duration START_AGAIN = Duration.ofSeconds(5);

    private final AsteriskPlace place;
    private final Beside beside;
    private final Clock clock;
    private final ScheduledExecutorService thread = new OneThread("asterisk");
    private final Ari ari = new Ari(thread, this);
    private final Parts parts;
    private final Happening happening;
    /** What happened while we were reading what is going on. */
    private final List<JsonNode> early = new ArrayList<>();
    private volatile Consumer<SwitchEvent> listener = event -> { };
    private volatile boolean up;
    private volatile boolean stopped;
    private Instant startedAt = Instant.MIN;

    Asterisk(AsteriskPlace place, Beside beside, Clock clock) {
        this.place = place;
        this.beside = beside;
        this.clock = clock;
        parts = Parts.of(ari, thread, place, clock, this::tell);
        happening = new Happening(parts, this::tell);
    }

    private void later(Runnable work) {
        if (!stopped) {
            thread.execute(work);
        }
    }

    private void again(Runnable work, long milliseconds) {
        if (!stopped) {
            thread.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    private void tell(SwitchEvent event) {
        listener.accept(event);
    }

    @Override
    public void start(Consumer<SwitchEvent> listener) {
        this.listener = listener;
        stopped = false;
        later(this::begin);
    }

    /** Sees that it runs, beside our own start, and connects as soon as it answers. */
    private void begin() {
        if (stopped) {
            return;
        }
        if (startedAt.plus(START_AGAIN).isBefore(Instant.now())) {
            startedAt = Instant.now();
            Thread.ofVirtual().name("asterisk-start").start(beside::start);
        }
        try {
            ari.connect(place.address(), AsteriskPlace.USER, Files.readString(place.secret()).strip());
        } catch (IOException notYet) {
            again(this::begin, TRY_AGAIN_MS);
        }
    }

    @Override
    public void unreachable(Throwable why) {
        LOG.debug("telephone: not there yet: {}", why.toString());
        again(this::begin, TRY_AGAIN_MS);
    }

    @Override
    public void connected() {
        if (stopped) {
            ari.disconnect();
            return;
        }
        parts.requests().put("applications/" + Ari.APPLICATION + "/eventFilter", Happening.FILTER);
        look(this::resume);
    }

    private void look(Consumer<Picture.Drawn> then) {
        var channels = parts.requests().get("channels");
        var bridges = parts.requests().get("bridges");
        var endpoints = parts.requests().get("endpoints/PJSIP");
        CompletableFuture.allOf(channels, bridges, endpoints).thenCompose(all -> parts.recordings().running()).thenAccept(recorded -> {
            if (channels.join().isGood() && bridges.join().isGood()) {
                then.accept(parts.picture().draw(channels.join().body(), bridges.join().body(), endpoints.join().body(), recorded));
            }
        });
    }

    /** Takes up what is there, and only then says that the switch is up; what has vanished meanwhile is in no snapshot. */
    private void resume(Picture.Drawn drawn) {
        var there = drawn.snapshot().legs().stream().collect(Collectors.toMap(Leg::id, leg -> leg));
        parts.lines().all().stream().filter(line -> !there.containsKey(line.id)).forEach(line -> parts.lines().remove(line.id));
        there.values().forEach(leg -> parts.lines().add(leg).holds = drawn.held().get(leg.id()));
        parts.bridges().know(drawn.bridges());
        parts.conversations().know(drawn.snapshot().conversations());
        parts.seats().know(drawn.snapshot().seatsOnline());
        parts.seats().again().thenRun(() -> goOn(there.size()));
    }

    /** Nobody knocks before every seat is known again. */
    private void goOn(int legs) {
        if (!ari.isConnected()) {
            return;
        }
        up = true;
        LOG.info("telephone=up legs={}", legs);
        tell(new SwitchEvent.SwitchUp());
        lookAtSeats();
        var meanwhile = List.copyOf(early);
        early.clear();
        meanwhile.forEach(happening::event);
    }

    /** Asked beside the other requests, for there may be hundreds; the events of endpoints would repeat those of all calls. */
    private void lookAtSeats() {
        if (!up || stopped) {
            return;
        }
        ari.fetch("endpoints/PJSIP").whenComplete((endpoints, failure) -> later(() -> {
            if (failure == null && up) {
                parts.seats().see(Picture.online(endpoints));
            }
            again(this::lookAtSeats, SEATS_MS);
        }));
    }

    @Override
    public void event(JsonNode event) {
        if (up) {
            happening.event(event);
        } else {
            early.add(event);
        }
    }

    @Override
    public void lost(Instant lastHeard) {
        early.clear();
        parts.keys().forgetAll();
        parts.playing().forgetAll();
        parts.ears().forgetAll();
        if (up) {
            up = false;
            LOG.warn("telephone=down");
            tell(new SwitchEvent.SwitchDown(clock.instant().minus(Duration.between(lastHeard, Instant.now()))));
        }
        again(this::begin, TRY_AGAIN_MS);
    }

    /** Asterisk and its calls go on. Another start takes them up again. */
    @Override
    public void stop() {
        stopped = true;
        up = false;
        thread.execute(ari::disconnect);
    }

    @Override
    public void close() {
        stop();
        thread.execute(() -> {
            ari.close();
            thread.shutdown();
        });
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.RECORDING, Capability.PAUSING, Capability.DIGITS, Capability.EARS, Capability.HOLD,
                Capability.SEATS_AT_RUN_TIME, Capability.FALLBACK_QUEUE);
    }

    @Override
    public void askSnapshot() {
        later(() -> look(drawn -> tell(new SwitchEvent.Known(drawn.snapshot()))));
    }

    @Override
    public void answer(String leg) {
        later(() -> parts.requests().channel("POST", leg, "answer", Map.of()));
    }

    @Override
    public void reject(String leg, @Nullable String prompt) {
        later(() -> {
            var id = leg + "-busy";
            if (prompt == null || place.prompt(prompt) == null) {
                parts.requests().hangUpBusy(leg);
            } else {
                parts.playing().play(leg, List.of(prompt), id, () -> parts.requests().hangUpBusy(leg));
            }
        });
    }

    @Override
    public void hangUp(String leg) {
        later(() -> parts.requests().hangUp(leg));
    }

    @Override
    public void play(String leg, List<String> prompts, String id) {
        later(() -> parts.playing().play(leg, prompts, id, () -> tell(new SwitchEvent.PromptFinished(id))));
    }

    @Override
    public void stopPlay(String id) {
        later(() -> parts.playing().stop(id));
    }

    @Override
    public void startMusic(String leg) {
        later(() -> parts.lines().startMusic(leg));
    }

    @Override
    public void stopMusic(String leg) {
        later(() -> parts.lines().stopMusic(leg));
    }

    @Override
    public void collectDigits(String leg, int most, Duration within, String valid) {
        later(() -> parts.keys().collect(leg, most, within, valid));
    }

    @Override
    public void dial(String leg, Target target, String shownAs, Duration within, String forCall) {
        later(() -> dial(leg, target, target instanceof Target.Seat ? Side.SEAT : Side.OUTSIDE, shownAs, within, forCall));
    }

    private void dial(String leg, Target target, Side side, String shownAs, Duration within, String forCall) {
        if (parts.lines().get(leg) != null) {
            return;
        }
        var seat = target instanceof Target.Seat(var number) ? number : null;
        var to = target instanceof Target.Number(var number) ? number : Seats.name(seat);
        parts.lines().add(new Leg(leg, forCall, side, seat, shownAs, to, false, clock.instant()));
        parts.requests().post("channels", wish(leg, seat == null ? "PJSIP/" + to + "@trunk" : "PJSIP/" + to, shownAs, within, forCall,
                Picture.words(side, seat, forCall, shownAs, to))).thenAccept(answer -> {
            var line = parts.lines().get(leg);
            if (!answer.isGood() && answer.status() != 0 && line != null) {
                happening.forget(line, Failure.UNREACHABLE);
            }
        });
    }

    private Map<String, Object> wish(String leg, String endpoint, String shownAs, Duration within, String forCall, String words) {
        var wish = new HashMap<String, Object>(Map.of("endpoint", endpoint, "app", Ari.APPLICATION, "appArgs", "out", "channelId", leg,
                "callerId", shownAs, "timeout", Math.max(1, within.toSeconds()),
                "variables", Map.of(Lines.LEG, words, "PJSIP_HEADER(add,X-Minsheng-Call)", forCall)));
        if (parts.lines().get(forCall) != null) {
            wish.put("originator", forCall);
        }
        return wish;
    }

    @Override
    public void join(String conversation, List<String> legs) {
        later(() -> parts.conversations().join(conversation, legs));
    }

    @Override
    public void remove(String conversation, String leg) {
        later(() -> parts.conversations().remove(conversation, leg));
    }

    @Override
    public void endConversation(String conversation) {
        later(() -> parts.conversations().end(conversation));
    }

    @Override
    public void hold(String conversation, String leg) {
        later(() -> parts.conversations().hold(conversation, leg));
    }

    @Override
    public void unhold(String conversation, String leg) {
        later(() -> parts.conversations().unhold(conversation, leg));
    }

    @Override
    public void mute(String leg, boolean muted) {
        later(() -> {
            if (muted) {
                parts.requests().channel("POST", leg, "mute", Map.of("direction", "in"));
            } else {
                parts.requests().delete("channels/" + leg + "/mute?direction=in");
            }
        });
    }

    @Override
    public void startRecording(String conversation, String name) {
        later(() -> parts.recordings().start(conversation, name));
    }

    @Override
    public void pauseRecording(String name) {
        later(() -> parts.recordings().pause(name));
    }

    @Override
    public void resumeRecording(String name) {
        later(() -> parts.recordings().resume(name));
    }

    @Override
    public void stopRecording(String name) {
        later(() -> parts.recordings().stop(name));
    }

    @Override
    public void sendDigits(String leg, String digits) {
        later(() -> parts.requests().channel("POST", leg, "dtmf", Map.of("dtmf", digits)));
    }

    @Override
    public void lendEar(String leg, String seat, String conversation, String agentLeg, Ear ear) {
        later(() -> {
            var line = parts.lines().get(leg);
            parts.ears().lend(leg, conversation, agentLeg, ear, line != null && line.answered);
            if (line == null) {
                var agent = parts.lines().get(agentLeg);
                dial(leg, new Target.Seat(seat), Side.EAR, seat, Duration.ofSeconds(20), agent == null ? leg : agent.forCall);
            }
        });
    }

    @Override
    public Phone provisionSeat(String number, String password) {
        later(() -> parts.seats().provision(number, password));
        return new Phone("sip", "sip:" + Seats.name(number) + "@minsheng", AsteriskPlace.SOCKET, place.iceServers());
    }

    /** Seen by the way through our own origin. */
    void renewed(String number) {
        later(() -> tell(new SwitchEvent.SeatRenewed(number)));
    }

    @Override
    public void revokeSeat(String number) {
        later(() -> parts.seats().revoke(number));
    }
}

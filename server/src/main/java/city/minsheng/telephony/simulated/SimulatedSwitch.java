package city.minsheng.telephony.simulated;

import city.minsheng.telephony.Hands;
import city.minsheng.telephony.Loop;
import city.minsheng.telephony.Switch;
import city.minsheng.telephony.SwitchEvent;
import city.minsheng.telephony.SwitchEvent.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * 模拟线路: a switch without sound, whose callers follow scripts, on the loop's clock. It behaves as a real one does
 * towards the hall; what it lacks are ears: nobody hears anything.
 */
public final class SimulatedSwitch implements Switch, Hands {

    private static final Duration PROMPT = Duration.ofSeconds(2);
    private static final Duration PICKS_UP = Duration.ofSeconds(2);
    private static final Duration PRESSES = Duration.ofSeconds(3);

    private static final class SimLeg {
        final String id;
        final String forCall;
        final Side side;
        final @Nullable String seat;
        final String from;
        final String to;
        final Instant since;
        boolean answered;
        boolean muted;
        @Nullable Script script;
        @Nullable Lent ear;
        @Nullable Wanted wanted;
        Loop.@Nullable Timer timer;

        SimLeg(String id, String forCall, Side side, @Nullable String seat, String from, String to, Instant since) {
            this.id = id;
            this.forCall = forCall;
            this.side = side;
            this.seat = seat;
            this.from = from;
            this.to = to;
            this.since = since;
        }

        void stop() {
            if (timer != null) {
                timer.cancel();
            }
            if (wanted != null) {
                wanted.end.cancel();
            }
        }
    }

    /** Keys that are waited for. */
    private record Wanted(int most, String valid, StringBuilder pressed, Loop.Timer end) {}

    private record Lent(String conversation, String agentLeg, Ear kind) {}

    private record Tape(String conversation, Instant since) {}

    private final Loop loop;
    private final BiFunction<String, Duration, Path> tapes;
    private final Map<String, SimLeg> legs = new LinkedHashMap<>();
    private final Map<String, Set<String>> conversations = new LinkedHashMap<>();
    private final Map<String, Loop.Timer> prompts = new HashMap<>();
    private final Map<String, String> promptLegs = new HashMap<>();
    private final Map<String, Tape> recordings = new HashMap<>();
    private final Set<String> seats = new LinkedHashSet<>();
    private Consumer<SwitchEvent> listener = event -> {};
    private volatile boolean up;

    /** @param tapes makes the file of a recording of such a name and length */
    public SimulatedSwitch(Loop loop, BiFunction<String, Duration, Path> tapes) {
        this.loop = loop;
        this.tapes = tapes;
    }

    private void tell(SwitchEvent event) {
        loop.run(() -> {
            if (up || event instanceof SwitchEvent.SwitchDown) {
                listener.accept(event);
            }
        });
    }

    @Override
    public void start(Consumer<SwitchEvent> listener) {
        this.listener = listener;
        up = true;
        tell(new SwitchEvent.SwitchUp());
    }

    @Override
    public void stop() {
        up = false;
    }

    @Override
    public boolean isUp() {
        return up;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.FALLBACK_QUEUE, Capability.QUALITY));
    }

    @Override
    public void askSnapshot() {
        var talks = conversations.entrySet().stream().map(one -> new Conversation(one.getKey(), Set.copyOf(one.getValue()),
                recordings.values().stream().anyMatch(tape -> tape.conversation().equals(one.getKey())))).toList();
        tell(new SwitchEvent.Known(new Snapshot(known(), talks, Set.copyOf(seats))));
    }

    public List<Leg> known() {
        return legs.values().stream().map(leg -> new Leg(leg.id, leg.forCall, leg.side, leg.seat, leg.from, leg.to, leg.answered, leg.since)).toList();
    }

    // --- callers

    /** Somebody calls. @return the name of the call's first leg */
    public String call(Script script) {
        var id = "sim-" + UUID.randomUUID();
        loop.run(() -> {
            var leg = new SimLeg(id, id, Side.CALLER, null, script.number() == null ? "anonymous" : script.number(), script.line(), loop.now());
            leg.script = script;
            legs.put(id, leg);
            leg.timer = loop.after(script.patience(), () -> ended(leg));
            tell(new SwitchEvent.CallArrived(id, leg.from, leg.to, leg.since, false));
        });
        return id;
    }

    /** The caller puts the telephone down. */
    public void callerHangsUp(String id) {
        loop.run(() -> with(id, this::ended));
    }

    /** The other side of an outbound leg, or a seat's telephone, is put down. */
    public void putDown(String id) {
        callerHangsUp(id);
    }

    public List<String> legs() {
        return List.copyOf(legs.keySet());
    }

    /** The telephone that rings does not take the call. */
    public void refuses(String id, Failure why) {
        loop.run(() -> with(id, leg -> failed(leg, why)));
    }

    public void press(String id, String keys) {
        loop.run(() -> keys.chars().forEach(key -> with(id, leg -> pressed(leg, (char) key))));
    }

    public Set<String> talkIn(String conversation) {
        return Set.copyOf(conversations.getOrDefault(conversation, Set.of()));
    }

    /** A seat's telephone goes away, with its legs or without telling. */
    public void unplug(String seat) {
        loop.run(() -> {
            seats.remove(seat);
            tell(new SwitchEvent.SeatOffline(seat));
            List.copyOf(legs.values()).stream().filter(leg -> seat.equals(leg.seat)).forEach(this::ended);
        });
    }

    /** Another telephone registers in the place of the seat's; the former one says no word more. */
    public void renew(String seat) {
        loop.run(() -> tell(new SwitchEvent.SeatRenewed(seat)));
    }

    /** The connection is lost. @param withLegs false: the calls go on while nobody watches */
    public void fail(boolean withLegs) {
        loop.run(() -> {
            up = false;
            if (withLegs) {
                legs.values().forEach(SimLeg::stop);
                legs.clear();
                conversations.clear();
                recordings.clear();
                seats.clear();
            }
            listener.accept(new SwitchEvent.SwitchDown(loop.now()));
        });
    }

    public void comeBack() {
        loop.run(() -> {
            up = true;
            tell(new SwitchEvent.SwitchUp());
        });
    }

    private void with(String id, Consumer<SimLeg> work) {
        var leg = legs.get(id);
        if (leg != null) {
            work.accept(leg);
        }
    }

    private void ended(SimLeg leg) {
        if (legs.remove(leg.id) == null) {
            return;
        }
        leg.stop();
        List.copyOf(conversations.keySet()).forEach(conversation -> leaves(conversation, leg.id));
        silent(leg.id);
        tell(leg.answered || leg.side == Side.CALLER ? new SwitchEvent.LegEnded(leg.id) : new SwitchEvent.LegFailed(leg.id, Failure.REJECTED));
        List.copyOf(legs.values()).stream().filter(ear -> ear.ear != null && ear.ear.kind() != Ear.BARGE && ear.ear.agentLeg().equals(leg.id)).forEach(this::ended);
    }

    private void leaves(String conversation, String leg) {
        var members = conversations.get(conversation);
        if (members != null && members.remove(leg)) {
            tell(new SwitchEvent.Left(conversation, leg));
            if (members.isEmpty()) {
                conversations.remove(conversation);
                finishTapes(conversation);
            }
        }
    }

    private void silent(String leg) {
        promptLegs.entrySet().stream().filter(one -> one.getValue().equals(leg)).map(Map.Entry::getKey).toList().forEach(this::stopPlay);
    }

    // --- legs

    @Override
    public void answer(String id) {
        with(id, leg -> leg.answered = true);
    }

    @Override
    public void reject(String id, @Nullable String prompt) {
        with(id, this::ended);
    }

    @Override
    public void hangUp(String id) {
        with(id, this::ended);
    }

    @Override
    public void pickUp(String id) {
        loop.run(() -> with(id, leg -> {
            if (!leg.answered) {
                answered(leg);
            }
        }));
    }

    private void answered(SimLeg leg) {
        leg.answered = true;
        leg.stop();
        tell(new SwitchEvent.LegAnswered(leg.id));
    }

    @Override
    public void dial(String id, Target target, String shownAs, Duration within, String forCall) {
        if (!up || legs.containsKey(id)) {
            return;
        }
        var seat = target instanceof Target.Seat one ? one.number() : null;
        var number = target instanceof Target.Number one ? one.number() : "";
        var leg = new SimLeg(id, forCall, seat == null ? Side.OUTSIDE : Side.SEAT, seat, shownAs, seat == null ? number : seat, loop.now());
        if (seat != null && !seats.contains(seat)) {
            tell(new SwitchEvent.LegFailed(id, Failure.UNREACHABLE));
            return;
        }
        legs.put(id, leg);
        tell(new SwitchEvent.LegRinging(id));
        if (seat == null && isBusy(number)) {
            leg.timer = loop.after(Duration.ofSeconds(1), () -> failed(leg, Failure.BUSY));
        } else if (seat == null && !isDeaf(number)) {
            leg.timer = loop.after(PICKS_UP, () -> answered(leg));
        } else {
            leg.timer = loop.after(within, () -> failed(leg, Failure.NO_ANSWER));
        }
    }

    /** Mobile numbers that end in 9 never answer, those in 8 are busy; everybody else picks up. */
    private static boolean isDeaf(String number) {
        return number.matches("1\\d{9}9");
    }

    private static boolean isBusy(String number) {
        return number.matches("1\\d{9}8");
    }

    private void failed(SimLeg leg, Failure why) {
        if (legs.remove(leg.id) != null) {
            leg.stop();
            tell(new SwitchEvent.LegFailed(leg.id, why));
        }
    }

    // --- prompts and keys

    @Override
    public void play(String id, List<String> names, String prompt) {
        if (prompts.containsKey(prompt)) {
            return;
        }
        promptLegs.put(prompt, id);
        prompts.put(prompt, loop.after(legs.containsKey(id) ? PROMPT.multipliedBy(names.size()) : Duration.ZERO, () -> stopPlay(prompt)));
    }

    @Override
    public void stopPlay(String prompt) {
        var timer = prompts.remove(prompt);
        promptLegs.remove(prompt);
        if (timer != null) {
            timer.cancel();
            tell(new SwitchEvent.PromptFinished(prompt));
        }
    }

    @Override
    public void startMusic(String leg) {}

    @Override
    public void stopMusic(String leg) {}

    @Override
    public void collectDigits(String id, int most, Duration within, String valid) {
        with(id, leg -> {
            if (leg.wanted != null) {
                leg.wanted.end.cancel();
            }
            leg.wanted = new Wanted(most, valid, new StringBuilder(), loop.after(within, () -> gathered(leg, false)));
            var key = presses(leg.script, valid);
            if (key != null) {
                loop.after(PRESSES, () -> press(id, key));
            }
        });
    }

    private void pressed(SimLeg leg, char key) {
        var wanted = leg.wanted;
        if (wanted != null && wanted.valid.indexOf(key) >= 0) {
            wanted.pressed.append(key);
            if (wanted.pressed.length() >= wanted.most) {
                wanted.end.cancel();
                gathered(leg, true);
            }
        }
    }

    private void gathered(SimLeg leg, boolean complete) {
        var wanted = leg.wanted;
        if (wanted != null) {
            leg.wanted = null;
            tell(new SwitchEvent.Digits(leg.id, wanted.pressed.toString(), complete));
        }
    }

    private static @Nullable String presses(@Nullable Script script, String valid) {
        if (script == null) {
            return null;
        }
        var key = valid.length() > 1 ? script.rating() == null ? null : script.rating().toString() : script.key();
        return key != null && valid.contains(key) ? key : null;
    }

    @Override
    public void sendDigits(String leg, String digits) {}

    // --- conversations

    @Override
    public void join(String conversation, List<String> members) {
        for (var id : members) {
            var leg = legs.get(id);
            if (leg == null || talkIn(conversation).contains(id)) {
                continue;
            }
            List.copyOf(conversations.keySet()).forEach(other -> leaves(other, id));
            conversations.computeIfAbsent(conversation, fresh -> new LinkedHashSet<>()).add(id);
            tell(new SwitchEvent.Joined(conversation, id));
            speaks(leg);
        }
    }

    /** A caller who speaks with somebody is patient. */
    private void speaks(SimLeg leg) {
        if (leg.side == Side.CALLER && leg.script != null) {
            leg.stop();
            leg.timer = leg.script.talk() == null ? null : loop.after(leg.script.talk(), () -> ended(leg));
        }
    }

    @Override
    public void remove(String conversation, String leg) {
        leaves(conversation, leg);
    }

    @Override
    public void endConversation(String conversation) {
        var members = conversations.remove(conversation);
        if (members != null) {
            members.forEach(leg -> tell(new SwitchEvent.Left(conversation, leg)));
            finishTapes(conversation);
        }
    }

    @Override
    public void hold(String conversation, String leg) {}

    @Override
    public void unhold(String conversation, String leg) {}

    @Override
    public void mute(String id, boolean muted) {
        with(id, leg -> leg.muted = muted);
    }

    @Override
    public void lendEar(String id, String seat, String conversation, String agentLeg, Ear ear) {
        if (!legs.containsKey(id) && !seats.contains(seat)) {
            tell(new SwitchEvent.LegFailed(id, Failure.UNREACHABLE));
            return;
        }
        var agent = legs.get(agentLeg);
        var leg = legs.computeIfAbsent(id, fresh -> new SimLeg(id, agent == null ? id : agent.forCall, Side.EAR, seat, "", seat, loop.now()));
        leg.ear = new Lent(conversation, agentLeg, ear);
        if (!leg.answered) {
            answered(leg);
        }
        if (ear == Ear.BARGE) {
            join(conversation, List.of(id));
        } else {
            leaves(conversation, id);
        }
    }

    // --- recordings

    @Override
    public void startRecording(String conversation, String name) {
        recordings.putIfAbsent(name, new Tape(conversation, loop.now()));
    }

    @Override
    public void pauseRecording(String name) {}

    @Override
    public void resumeRecording(String name) {}

    @Override
    public void stopRecording(String name) {
        var tape = recordings.remove(name);
        if (tape != null) {
            var length = Duration.between(tape.since(), loop.now());
            try {
                tell(new SwitchEvent.RecordingReady(name, tapes.apply(name, length), length));
            } catch (java.io.UncheckedIOException e) {
                tell(new SwitchEvent.RecordingFailed(name, e.getMessage()));
            }
        }
    }

    private void finishTapes(String conversation) {
        recordings.entrySet().stream().filter(one -> one.getValue().conversation().equals(conversation)).map(Map.Entry::getKey).toList().forEach(this::stopRecording);
    }

    // --- seats

    @Override
    public Phone provisionSeat(String number, String password) {
        seats.add(number);
        tell(new SwitchEvent.SeatOnline(number));
        return Phone.SIMULATED;
    }

    @Override
    public void revokeSeat(String number) {
        if (seats.remove(number)) {
            tell(new SwitchEvent.SeatOffline(number));
        }
    }
}

package city.minsheng.telephony;

import static city.minsheng.telephony.SeatState.AFTER_CALL;
import static city.minsheng.telephony.SeatState.NOT_READY;
import static city.minsheng.telephony.SeatState.READY;
import static city.minsheng.telephony.SeatState.RINGING;
import static city.minsheng.telephony.SeatState.SIGNED_OUT;
import static city.minsheng.telephony.SeatState.TALKING;

import city.minsheng.platform.Refusal;
import city.minsheng.telephony.CallRouter.RouterEvent.OfferLost;
import city.minsheng.telephony.CallRouter.RouterEvent.Offered;
import city.minsheng.telephony.CallRouter.RouterEvent.Overflowed;
import city.minsheng.telephony.CallRouter.RouterEvent.QueueEntered;
import city.minsheng.telephony.CallRouter.RouterEvent.SeatStateChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Our own router (ACD): skills with levels, priority, the longest idle among equals, the agent of last time before
 * others, and where a queue has no one, another queue's seats. Rules only: it dials nothing and writes nothing.
 */
final class Acd implements CallRouter {

    private static final Duration FIRST_GUESS = Duration.ofSeconds(180);
    private static final double MEMORY = 0.9; // how much an earlier handling time counts against the newest
    private static final Comparator<Waiting> ORDER = Comparator.comparingInt((Waiting w) -> -w.wanted.priority())
            .thenComparing(w -> w.wanted.since()).thenComparingLong(w -> w.entered);

    private static final class Seat {
        final String number;
        SeatState state = SIGNED_OUT;
        Instant since;
        Map<String, Integer> skills = Map.of();
        @Nullable String call;
        @Nullable Instant taken;

        Seat(String number, Instant since) {
            this.number = number;
            this.since = since;
        }

        boolean can(List<Skill> wanted) {
            return wanted.stream().allMatch(skill -> skills.getOrDefault(skill.name(), 0) >= skill.level());
        }
    }

    private static final class Waiting {
        final String call;
        final long entered;
        final Wanted wanted;
        @Nullable HallQueue also;
        @Nullable String offeredTo;
        Loop.@Nullable Timer overflow;

        Waiting(String call, long entered, Wanted wanted) {
            this.call = call;
            this.entered = entered;
            this.wanted = wanted;
        }
    }

    private final Loop loop;
    private final Map<String, HallQueue> queues;
    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private Consumer<RouterEvent> listener = event -> {};
    private double handled = FIRST_GUESS.toMillis();
    private long entered;

    Acd(Loop loop, Map<String, HallQueue> queues) {
        this.loop = loop;
        this.queues = queues;
    }

    @Override
    public void start(Consumer<RouterEvent> listener) {
        this.listener = listener;
    }

    @Override
    public void staff(String number, List<Skill> skills, SeatState state) {
        var seat = seat(number);
        var levels = new LinkedHashMap<String, Integer>();
        skills.forEach(skill -> levels.put(skill.name(), skill.level()));
        seat.skills = levels;
        seat.state = state;
        seat.since = loop.now();
        if (state == READY) {
            feed(seat);
        }
    }

    @Override
    public void seatState(String number, SeatState state, @Nullable String reason) {
        var seat = seat(number);
        if (seat.state == state) {
            return;
        }
        if (!seat.state.mayBecome(state)) {
            throw new Refusal("seat-not-now", seat.state, state);
        }
        change(seat, state, reason);
        if (state == READY) {
            feed(seat);
        }
    }

    @Override
    public void enqueue(String call, Wanted wanted) {
        if (waiting.containsKey(call)) {
            return;
        }
        var one = new Waiting(call, entered++, wanted);
        waiting.put(call, one);
        var place = place(call).orElseThrow();
        listener.accept(new QueueEntered(call, wanted.queue(), place.position(), place.expectedWait()));
        if (!waiting.containsKey(call) || place(one)) {
            return;
        }
        var queue = queues.get(wanted.queue());
        if (queue != null && queue.overflow() != null) {
            if (staffed(queue.code()) == 0) {
                overflow(one, queue);
            } else {
                one.overflow = loop.after(queue.overflowAfter(), () -> overflow(one, queue));
            }
        }
    }

    private void overflow(Waiting one, HallQueue queue) {
        var other = queues.get(queue.overflow());
        if (other == null || waiting.get(one.call) != one || one.also != null) {
            return;
        }
        one.also = other;
        listener.accept(new Overflowed(one.call, queue.code(), other.code()));
        if (one.offeredTo == null) {
            place(one);
        }
    }

    @Override
    public void dequeue(String call) {
        var one = leave(call);
        if (one != null && one.offeredTo != null) {
            var seat = seat(one.offeredTo);
            seat.call = null;
            change(seat, READY, null);
            feed(seat);
        }
    }

    @Override
    public void answered(String call) {
        var one = leave(call);
        if (one != null && one.offeredTo != null) {
            var seat = seat(one.offeredTo);
            change(seat, TALKING, null);
        }
    }

    @Override
    public void offerLost(String call, SwitchEvent.Failure why) {
        var one = waiting.get(call);
        if (one == null || one.offeredTo == null) {
            return;
        }
        var seat = seat(one.offeredTo);
        one.offeredTo = null;
        seat.call = null;
        listener.accept(new OfferLost(call, seat.number, why));
        change(seat, NOT_READY, why.name());
        if (waiting.get(call) == one) {
            place(one);
        }
    }

    private @Nullable Waiting leave(String call) {
        var one = waiting.remove(call);
        if (one != null && one.overflow != null) {
            one.overflow.cancel();
        }
        return one;
    }

    /** Looks for a seat for this call. @return true where one was found */
    private boolean place(Waiting one) {
        var seat = candidates(one).stream().findFirst();
        seat.ifPresent(found -> offer(one, found));
        return seat.isPresent();
    }

    /** The best first: the agent of last time, then the higher level, then the longer idle. */
    private List<Seat> candidates(Waiting one) {
        var skill = one.wanted.skills().isEmpty() ? "" : one.wanted.skills().getFirst().name();
        return seats.values().stream().filter(seat -> seat.state == READY && fits(seat, one))
                .sorted(Comparator.comparing((Seat seat) -> !seat.number.equals(one.wanted.preferred()))
                        .thenComparingInt(seat -> -seat.skills.getOrDefault(skill, 0)).thenComparing(seat -> seat.since)).toList();
    }

    private static boolean fits(Seat seat, Waiting one) {
        return seat.can(one.wanted.skills()) || one.also != null && seat.can(one.also.skills());
    }

    /** A seat has become ready: the first in the order that it can serve. */
    private void feed(Seat seat) {
        waiting.values().stream().filter(one -> one.offeredTo == null && fits(seat, one)).min(ORDER).ifPresent(one -> {
            if (seat.state == READY) {
                offer(one, seat);
            }
        });
    }

    private void offer(Waiting one, Seat seat) {
        one.offeredTo = seat.number;
        seat.call = one.call;
        change(seat, RINGING, null);
        listener.accept(new Offered(one.call, seat.number, null));
    }

    private void change(Seat seat, SeatState state, @Nullable String reason) {
        var from = seat.state;
        seat.state = state;
        seat.since = loop.now();
        learn(seat, from, state);
        if (from != state) {
            listener.accept(new SeatStateChanged(seat.number, from, state, reason));
        }
    }

    /** How long a call keeps a seat busy, wrap-up included: what a waiting caller is told rests on it. */
    private void learn(Seat seat, SeatState from, SeatState to) {
        boolean was = from.isInCall() || from == AFTER_CALL;
        boolean is = to.isInCall() || to == AFTER_CALL;
        if (!was && is) {
            seat.taken = seat.since;
        } else if (was && !is && seat.taken != null) {
            handled = handled * MEMORY + Duration.between(seat.taken, seat.since).toMillis() * (1 - MEMORY);
            seat.taken = null;
        }
    }

    @Override
    public Optional<Place> place(String call) {
        var one = waiting.get(call);
        if (one == null) {
            return Optional.empty();
        }
        int position = 1;
        for (var other : waiting.values()) {
            if (other != one && other.offeredTo == null && other.wanted.queue().equals(one.wanted.queue()) && ORDER.compare(other, one) < 0) {
                position++;
            }
        }
        int seats = staffed(one.wanted.queue()) + (one.also == null ? 0 : staffed(one.also.code()));
        return Optional.of(new Place(one.wanted.queue(), position, seats == 0 ? null : Duration.ofMillis((long) (handled * position / seats))));
    }

    @Override
    public List<String> ready(String queue) {
        var known = queues.get(queue);
        var wanted = new Wanted(queue, known == null ? List.of() : known.skills(), 0, null, loop.now());
        return candidates(new Waiting("", 0, wanted)).stream().map(seat -> seat.number).toList();
    }

    @Override
    public int staffed(String queue) {
        var known = queues.get(queue);
        return known == null ? 0 : (int) seats.values().stream().filter(seat -> seat.state.isStaffed() && seat.can(known.skills())).count();
    }

    private Seat seat(String number) {
        return seats.computeIfAbsent(number, n -> new Seat(n, loop.now()));
    }
}

package city.minsheng.telephony;

import city.minsheng.directory.Actor;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.DataFolder;
import city.minsheng.platform.Outbox;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Secrets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 话务大厅: starts the hall over its switch and lets other threads ask it something; whoever asks waits until what was
 * asked is written. One node of a city runs it; the others look every few seconds whether it still does.
 */
@Component
public class Hall implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Hall.class);
    private static final long ANSWER_SECONDS = 10;
    private static final long WRITTEN_SECONDS = 2;
    private final ObjectProvider<Switch> switches;
    private final ObjectProvider<CallRouter> routers;
    private final ObjectProvider<HallWatcher> watchers;
    private final ObjectProvider<Loop> loops;
    private final HallRules data;
    private final Recordings recordings;
    private final Outbox outbox;
    private final Secrets secrets;
    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations many;
    private final TransactionTemplate transaction;
    private final HallSettings settings;
    private final CitySettings city;
    private final CallerNumbers numbers;
    private final Clock clock;
    private final boolean serving;
    private final ExecutorService telling = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("hall-news").factory());
    private final HallLease lease;
    private @Nullable WrittenJournal journal;
    private @Nullable Term term;
    private volatile @Nullable Control control;
    private volatile boolean elsewhere;
    private boolean hallDue;

    Hall(ObjectProvider<Switch> switches, ObjectProvider<CallRouter> routers, ObjectProvider<HallWatcher> watchers, ObjectProvider<Loop> loops, HallRules data,
            Recordings recordings, Outbox outbox, Secrets secrets, JdbcClient jdbc, NamedParameterJdbcOperations many, PlatformTransactionManager transactions, Environment properties,
            CitySettings city, DataFolder folder, Clock clock, @Value("${minsheng.serving:true}") boolean serving) {
        this.switches = switches;
        this.routers = routers;
        this.watchers = watchers;
        this.loops = loops;
        this.data = data;
        this.recordings = recordings;
        this.outbox = outbox;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.many = many;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = HallSettings.of(properties);
        this.city = city;
        this.numbers = new CallerNumbers(city, secrets);
        this.lease = HallLease.of(jdbc, folder, settings.lease());
        this.clock = clock;
        this.serving = serving;
    }

    /** At the start, and where another node held the hall until now. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        var line = switches.getIfAvailable();
        var loop = loops.getIfAvailable();
        if (!serving || line == null || loop == null || control != null) {
            return;
        }
        boolean ours = lease.hold(false);
        if (ours) {
            open(line, loop);
        } else if (!elsewhere) {
            LOG.info("hall=elsewhere: another node runs it; this one takes over when that one falls silent");
        }
        elsewhere = !ours;
    }

    private void open(Switch line, Loop loop) {
        numbers.places(data.places());
        var queues = new LinkedHashMap<String, HallQueue>();
        data.queues().forEach(queue -> queues.put(queue.code(), queue));
        var written = new WrittenJournal(jdbc, many, transaction, secrets, outbox, recordings);
        journal = written;
        var served = new Term(loop);
        term = served;
        var router = routers.getIfAvailable(() -> new Acd(served, queues));
        var floor = new Floor(served, line, router, written, settings, queues, new Remembered());
        var opened = new Control(floor, numbers, line instanceof Hands);
        fill(floor, opened);
        opened.recorder.room(recordings.hasRoom());
        if (loop instanceof RealLoop real) {
            real.afterwards(() -> tell(opened));
        }
        hallDue = false;
        control = opened;
        served.run(opened::start);
        LOG.info("hall=open switch={} seats={} queues={} calls={}", line.getClass().getSimpleName(), floor.seats.size(), queues.size(), floor.calls.size());
    }

    /** From the tables, before the switch is asked what is still so. */
    private void fill(Floor floor, Control opened) {
        data.seats().forEach(seat -> floor.seats.put(seat.number(), new Seat(seat.number(), seat.kind(), seat.skill(), clock.instant())));
        new Loading(jdbc, secrets, numbers).fill(floor, opened, data::staff);
        floor.seats.values().stream().filter(seat -> seat.staff != null).forEach(seat -> count(seat, seat.staff.username()));
    }

    private void count(Seat seat, String username) {
        seat.count(Figures.today(jdbc, username, clock.instant(), city.zone()));
    }

    // --- telling

    /** After each piece of work. Seats hear at once, the hall's figures go out once a second at most. */
    private void tell(Control opened) {
        opened.news().forEach((username, view) -> telling.execute(() -> watchers.forEach(watcher -> watcher.seat(username, view))));
        if (opened.floor.hallChanged && !hallDue) {
            hallDue = true;
            opened.floor.loop.after(Duration.ofSeconds(1), () -> {
                hallDue = false;
                tellHall(opened);
            });
        }
    }

    private void tellHall(Control opened) {
        opened.floor.hallChanged = false;
        var figures = opened.showing.fresh();
        telling.execute(() -> watchers.forEach(watcher -> watcher.hall(figures)));
    }

    /** The screens must be able to tell silence from quiet. */
    @Scheduled(fixedDelayString = "${minsheng.telephony.beat-seconds:5}", initialDelayString = "${minsheng.telephony.beat-seconds:5}", timeUnit = TimeUnit.SECONDS)
    void beat() {
        var opened = control;
        if (elsewhere) {
            open();
        } else if (opened != null && !lease.hold(true)) {
            leave(opened);
        } else if (opened != null) {
            boolean room = recordings.hasRoom();
            if (room != opened.recorder.hasRoom()) {
                LOG.error("recordings={}", room ? "room again" : "ALARM: no room, calls go on without being recorded");
            }
            opened.recorder.room(room);
            opened.floor.loop.run(() -> {
                if (!hallDue) {
                    tellHall(opened);
                }
            });
        }
    }

    /** Another node has taken over while this one was cut off. */
    private void leave(Control opened) {
        LOG.error("hall=lost: another node runs it now");
        opened.floor.line.stop();
        control = null;
        elsewhere = true;
        if (term != null) {
            term.end();
        }
        if (journal != null) {
            journal.close();
        }
    }

    // --- asking

    public boolean isOpen() {
        return control != null;
    }

    /** @throws Refusal {@code telephony-off} or {@code hall-elsewhere} */
    private Control control() {
        var opened = control;
        if (opened == null) {
            throw new Refusal(elsewhere ? "hall-elsewhere" : "telephony-off");
        }
        return opened;
    }

    /** On the hall's thread; whoever asks waits for the answer, and until it is written. */
    <T> T ask(Function<Control, T> work) {
        var opened = control();
        var answer = new CompletableFuture<T>();
        var written = new CompletableFuture<Void>();
        opened.floor.loop.run(() -> {
            try {
                opened.floor.version++;
                var given = work.apply(opened);
                opened.floor.journal.written().thenAccept(written::complete);
                answer.complete(given);
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        var given = await(answer);
        try {
            written.get(WRITTEN_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException slow) {
            LOG.warn("hall: answered before it was written"); // the database is away; the calls go on
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return given;
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new Refusal("line-down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does something at this person's seat and shows the seat. */
    public SeatView at(Actor actor, java.util.function.BiConsumer<Commands, String> work) {
        return ask(opened -> {
            var seat = opened.floor.mine(actor.username());
            work.accept(new Commands(opened), seat.number);
            return view(opened, actor.username(), null);
        });
    }

    /** As {@link #at}, and the same key again does nothing: a number is not dialled twice because an answer was lost. */
    public SeatView once(@Nullable String key, Actor actor, java.util.function.BiConsumer<Commands, String> work) {
        return ask(opened -> {
            var seat = opened.floor.mine(actor.username());
            if (opened.floor.isFirst(key, actor.username())) {
                work.accept(new Commands(opened), seat.number);
            }
            return view(opened, actor.username(), null);
        });
    }

    public SeatView view(Actor actor) {
        var usual = data.usualSeat(actor.username()).orElse(null);
        return look(opened -> view(opened, actor.username(), usual));
    }

    private static SeatView view(Control opened, String username, @Nullable String usual) {
        return opened.floor.seatOf(username).map(opened.showing::seat).orElseGet(() -> opened.showing.nobody(usual));
    }

    /** On the hall's thread, changing nothing. */
    <T> T look(Function<Control, T> work) {
        var opened = control();
        var answer = new CompletableFuture<T>();
        opened.floor.loop.run(() -> {
            try {
                answer.complete(work.apply(opened));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    /** Waits until what has happened so far is in the tables: a call that rings now is read there a moment later. */
    void settle() {
        if (control != null) {
            ask(opened -> true);
        }
    }

    /** The seat that a person holds: whose telephone the person's browser may be. */
    public Optional<String> seatOf(String username) {
        return control == null ? Optional.empty() : look(opened -> opened.floor.seatOf(username).map(seat -> seat.number));
    }

    public SeatView signIn(Actor actor, @Nullable String wanted) {
        var staff = data.staff(actor);
        var usual = data.usualSeat(actor.username()).orElse(null);
        var day = Figures.today(jdbc, actor.username(), clock.instant(), city.zone());
        var password = Passwords.fresh();
        return ask(opened -> {
            var number = wanted != null && !wanted.isBlank() ? wanted
                    : opened.floor.seatOf(actor.username()).map(seat -> seat.number).orElseGet(() -> opened.showing.nobody(usual).suggested());
            var seat = number == null ? null : opened.floor.seats.get(number);
            if (seat == null) {
                throw new Refusal("no-free-seat");
            }
            boolean again = seat.staff != null && seat.staff.username().equals(actor.username());
            opened.signIn(seat, staff);
            if (!again) {
                seat.count(day);
            } else {
                taken(opened, seat);
            }
            var phone = opened.floor.line.provisionSeat(seat.number, password);
            if (phone.kind().equals("simulated")) {
                seat.online = true;
            }
            return opened.showing.seat(seat).with(new SeatView.PhoneView(phone.kind(), phone.uri(), phone.kind().equals("sip") ? password : null, phone.path(), phone.iceServers()));
        });
    }

    /** The person's other browser hears that its telephone is worth nothing any more. */
    private void taken(Control opened, Seat seat) {
        var view = opened.showing.seat(seat).with(new SeatView.PhoneView("taken", null, null, null, List.of()));
        var username = Objects.requireNonNull(seat.staff).username();
        telling.execute(() -> watchers.forEach(watcher -> watcher.seat(username, view)));
    }

    public SeatView.HallView figures() {
        return look(opened -> opened.showing.hall());
    }

    /** The live call, masked; empty where it is over. */
    public Optional<SeatView.CallView> live(UUID call) {
        return control == null ? Optional.empty() : look(opened -> opened.floor.find(call).map(opened.showing::call));
    }

    Map<String, HallQueue> queues() {
        return control().floor.queues;
    }

    CallerNumbers numbers() {
        return numbers;
    }

    @Override
    public void close() {
        var opened = control;
        if (opened != null) {
            opened.floor.line.stop();
        }
        if (journal != null) {
            journal.close();
        }
        if (opened != null) {
            lease.leave();
        }
        telling.shutdownNow();
    }
}

package city.minsheng.exchange;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.People;
import city.minsheng.directory.Role;
import city.minsheng.followup.Calling;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Command;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Launch;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.platform.Words;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Outcome;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Result;
import city.minsheng.workorder.Reviewing;
import city.minsheng.workorder.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * {@code run replay}: plays real messages with their replies through the whole life of an order, at their own times,
 * through the same use cases as the screens.
 *
 * <p>The file tells when a message came and when it was answered. It does not tell whether it was solved, nor what the
 * citizen thought: so each ends as answered and not called solved, after three calls that reached nobody.
 */
@Component
class Replaying implements Command {

    private static final String CHANNEL = "people-cn";
    private static final int THREADS = 8;
    private final Receiving receiving;
    private final Dispatching dispatching;
    private final Accepting accepting;
    private final Replying replying;
    private final Reviewing reviewing;
    private final Calling calling;
    private final Reading reading;
    private final Placing placing;
    private final People people;
    private final CitySettings city;
    private final Words words;

    Replaying(Receiving receiving, Dispatching dispatching, Accepting accepting, Replying replying, Reviewing reviewing, Calling calling,
            Reading reading, Placing placing, People people, CitySettings city, Words words) {
        this.receiving = receiving;
        this.dispatching = dispatching;
        this.accepting = accepting;
        this.replying = replying;
        this.reviewing = reviewing;
        this.calling = calling;
        this.reading = reading;
        this.placing = placing;
        this.people = people;
        this.city = city;
        this.words = words;
    }

    @Override
    public String name() {
        return "replay";
    }

    private record Score(AtomicInteger played, AtomicInteger there, AtomicInteger lateAccept, AtomicInteger lateReply, Queue<RowFault> faults) {}

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Launch.UsageError("run replay needs one file.");
        }
        var file = MessageFile.read(Path.of(arguments.getFirst()), true, city.zone());
        var score = new Score(new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new AtomicInteger(), new ConcurrentLinkedQueue<>(file.faults()));
        var cast = Cast.of(people);
        var begun = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            file.messages().forEach(message -> threads.execute(() -> play(message, cast, score)));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        score.faults().forEach(fault -> System.out.printf("  line %d: %s%n", fault.line(), fault.why()));
        System.out.printf("%,d rows: %,d played to the end, %,d were there already, %,d cannot be played%n",
                file.messages().size() + file.faults().size(), score.played().get(), score.there().get(), score.faults().size());
        System.out.printf("%.1f s, %.0f orders/s from the first word to closed; against the shipped limits %,d replies late (%.1f %%), %,d accepted late%n",
                seconds, score.played().get() / seconds, score.lateReply().get(), 100.0 * score.lateReply().get() / Math.max(1, score.played().get()), score.lateAccept().get());
        return score.faults().isEmpty() ? 0 : 3;
    }

    private void play(MessageFile.Message message, Cast cast, Score score) {
        try {
            var begun = reading.byExternalId(CHANNEL, message.id());
            if (begun.isPresent() && !reading.get(begun.get(), Actor.SYSTEM).status().isOpen()) {
                score.there().incrementAndGet();
                return;
            }
            life(message, begun, cast, score);
            int played = score.played().incrementAndGet();
            if (played % 500 == 0) {
                System.out.printf("  %,d played%n", played);
            }
        } catch (Invalid invalid) {
            score.faults().add(RowFault.of(message.line(), invalid, words));
        } catch (Refusal refusal) {
            score.faults().add(new RowFault(message.line(), words.in(Locale.ENGLISH, "problem." + refusal.code(), refusal.arguments())));
        } catch (RuntimeException e) {
            score.faults().add(new RowFault(message.line(), "unexpected: " + e));
        }
    }

    /** One thing that happens, and when. */
    private record Scene(Instant at, Action action, Consumer<UUID> work) {}

    /** @param begun the order, where an earlier replay was ended in the middle: it goes on from there */
    private void life(MessageFile.Message message, Optional<UUID> begun, Cast cast, Score score) {
        var category = placing.category(message.title() + " " + message.detail());
        UUID id = begun.orElseGet(() -> Time.at(message.at(), () -> receiving.receive(new Receiving.Incoming(CHANNEL, message.id(), message.at(), Kind.COMPLAINT, category, Level.GENERAL,
                null, "", message.title(), message.detail(), new Receiving.From(null, null, false, message.user()), null), Actor.SYSTEM, Role.SYSTEM).id()));
        var scenes = scenes(message, placing.department(category), cast);
        var played = reading.steps(id).stream().skip(1).map(Step::action).toList();
        if (!played.equals(scenes.stream().limit(played.size()).map(Scene::action).toList())) {
            throw new IllegalStateException("somebody else has worked on it: " + played);
        }
        scenes.stream().skip(played.size()).forEach(scene -> Time.at(scene.at(), () -> {
            scene.work().accept(id);
            return true;
        }));
        count(id, score);
    }

    private List<Scene> scenes(MessageFile.Message message, String department, Cast cast) {
        var handler = cast.handlers().get(department);
        var taken = Duration.between(message.at(), message.repliedAt());
        var contacted = message.at().plus(part(taken, 2, 7 * 24 * 60));
        var reviewed = message.repliedAt().plus(Duration.ofHours(2));
        var scenes = new ArrayList<Scene>();
        scenes.add(new Scene(message.at().plus(part(taken, 20, 30)), Action.DISPATCH, id -> dispatching.dispatch(on(id, cast.the(Role.DISPATCHER)), new Dispatching.Dispatch(department, null, null, null))));
        scenes.add(new Scene(message.at().plus(part(taken, 5, 240)), Action.ACCEPT, id -> accepting.accept(on(id, handler))));
        scenes.add(new Scene(contacted, Action.RECORD_CONTACT, id -> accepting.contacted(on(id, handler), new Accepting.Contacted(Accepting.How.PHONE, contacted, "回放：来源文件没有联系记录"))));
        scenes.add(new Scene(message.repliedAt(), Action.REPLY, id -> replying.reply(on(id, handler), new Replying.Reply(contacted, Accepting.How.PHONE, Replying.Factual.TRUE, Result.UNRESOLVED,
                "来源文件未记录是否解决", null, String.valueOf(message.reply()), null, null, null))));
        scenes.add(new Scene(reviewed, Action.APPROVE, id -> reviewing.approve(on(id, cast.the(Role.REVIEWER)), new Reviewing.Approval(null))));
        scenes.addAll(followUp(reviewed, cast.the(Role.FOLLOW_UP_CALLER)));
        return scenes;
    }

    /** Three calls at different hours on the next two days. */
    private List<Scene> followUp(Instant after, Actor caller) {
        var scenes = new ArrayList<Scene>();
        var next = LocalDate.ofInstant(after, city.zone()).plusDays(1);
        for (int i = 0; i < city.attempts(); i++) {
            var at = next.plusDays(i / 2).atTime(i % 2 == 0 ? 10 : 15, 20).atZone(city.zone()).toInstant();
            scenes.add(new Scene(at, Action.FOLLOW_UP_ATTEMPT, id -> calling.attempted(on(id, caller), new Calling.Attempt(null))));
        }
        var end = next.plusDays(city.attempts()).atTime(16, 0).atZone(city.zone()).toInstant();
        scenes.add(new Scene(end, Action.CLOSE, id -> calling.close(on(id, caller), new Closing.Verdict(null, null, null, "回放：来源文件没有回访记录", true))));
        return scenes;
    }

    private void count(UUID id, Score score) {
        var view = reading.view(id, Actor.SYSTEM);
        if (view.order().outcome() != Outcome.UNRESOLVED) {
            throw new IllegalStateException("no outcome");
        }
        view.clocks().stream().filter(Reading.ClockShown::overdue).forEach(clock -> {
            if (clock.kind().equals("HANDLE")) {
                score.lateReply().incrementAndGet();
            } else if (clock.kind().equals("ACCEPT")) {
                score.lateAccept().incrementAndGet();
            }
        });
    }

    /** A share of the time that it took, but at most so many minutes. */
    private static Duration part(Duration whole, int share, long mostMinutes) {
        var part = whole.dividedBy(share);
        var most = Duration.ofMinutes(mostMinutes);
        return part.compareTo(most) < 0 ? part : most;
    }

    private static On on(UUID id, Actor actor) {
        return new On(id, actor, null);
    }
}

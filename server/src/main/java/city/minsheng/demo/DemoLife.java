package city.minsheng.demo;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Clause;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.followup.Calling;
import city.minsheng.intake.Receiving;
import city.minsheng.knowledge.Searches;
import city.minsheng.knowledge.Shelf;
import city.minsheng.knowledge.Version;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Accepting;
import city.minsheng.workorder.Answering;
import city.minsheng.workorder.Closing;
import city.minsheng.workorder.Dispatching;
import city.minsheng.workorder.Extending;
import city.minsheng.workorder.On;
import city.minsheng.workorder.Rating;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Result;
import city.minsheng.workorder.Returning;
import city.minsheng.workorder.Reviewing;
import city.minsheng.workorder.Reworking;
import city.minsheng.workorder.Solved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** One invented order, as far as it would have come by now. */
@Component
class DemoLife {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLife.class);
    private static final List<String> SURNAMES = List.of("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "郭", "何", "林", "高", "罗");
    private static final List<String> NAMES = List.of("先生", "女士");
    private static final List<String> WEB = List.of("shuji", "people-cn", "wenzheng", "portal", "yangguang", "wenzheng-hebei", "weiwang");
    private final Receiving receiving;
    private final Dispatching dispatching;
    private final Accepting accepting;
    private final Returning returning;
    private final Extending extending;
    private final Replying replying;
    private final Reviewing reviewing;
    private final Calling calling;
    private final Reading reading;
    private final Catalogue catalogue;
    private final Shelf shelf;
    private final Searches searches;
    private final CitySettings city;

    DemoLife(Receiving receiving, Dispatching dispatching, Accepting accepting, Returning returning, Extending extending, Replying replying,
            Reviewing reviewing, Calling calling, Reading reading, Catalogue catalogue, Shelf shelf, Searches searches, CitySettings city) {
        this.receiving = receiving;
        this.dispatching = dispatching;
        this.accepting = accepting;
        this.returning = returning;
        this.extending = extending;
        this.replying = replying;
        this.reviewing = reviewing;
        this.calling = calling;
        this.reading = reading;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.searches = searches;
        this.city = city;
    }

    /** The story stops where the present begins. */
    private final class Story {
        private final Instant now;
        private Instant at;
        private boolean over;

        Story(Instant at, Instant now) {
            this.at = at;
            this.now = now;
        }

        Story then(Duration later, Runnable work) {
            at = at.plus(later);
            over = over || at.isAfter(now);
            if (!over) {
                Time.at(at, () -> {
                    work.run();
                    return true;
                });
            }
            return this;
        }

        /** In the office hours that come next. */
        Story nextMorning(Random random, Runnable work) {
            var morning = LocalDate.ofInstant(at, city.zone()).plusDays(1).atTime(LocalTime.of(9, 0).plusMinutes(random.nextInt(150)));
            return then(Duration.between(at, morning.atZone(city.zone()).toInstant()), work);
        }
    }

    void play(String id, Instant at, Instant now, Random random, Cast cast, Function<Random, Phrases.Spoken> words) {
        try {
            var channel = random.nextInt(100) < 82 ? "hotline" : WEB.get(random.nextInt(WEB.size()));
            if (reading.byExternalId(channel, id).isEmpty()) {
                live(id, channel, at, now, random, cast, words.apply(random));
            }
        } catch (DuplicateKeyException | Refusal | Invalid e) {
            LOG.info("demo={} left out: {}", id, e.getMessage());
        }
    }

    private void live(String id, String channel, Instant at, Instant now, Random random, Cast cast, Phrases.Spoken said) {
        var agent = cast.any(Role.AGENT, random);
        var article = said.phrase().direct() && random.nextInt(100) < 75 ? known(said.phrase().category(), at) : null;
        var first = said.phrase().direct() ? new Receiving.First(answer(said.phrase().reply(), article), null, null, null, null, null) : null;
        var order = Time.at(at, () -> receiving.receive(new Receiving.Incoming(channel, id, at, said.phrase().kind(), said.phrase().category(),
                said.phrase().level(), said.area(), said.address(), said.title(), said.body(), who(random), first), agent, Role.AGENT)).id();
        if (random.nextInt(100) < 12) {
            Time.at(at, () -> {
                searches.keep(new Searches.Search(said.body(), said.phrase().category(), null, article == null ? null : article.code(), false), false);
                return true;
            });
        }
        if (!said.phrase().direct()) {
            handled(order, new Story(at, now), random, cast, said);
        }
    }

    /** The first article of the category that held then. */
    private @Nullable Version known(@Nullable String category, Instant at) {
        return shelf.allInForce().stream().filter(version -> version.text().open() && version.isInForce(at) && java.util.Objects.equals(version.text().category(), category))
                .findFirst().orElse(null);
    }

    private static Answering.Answer answer(String reply, @Nullable Version article) {
        return article == null ? new Answering.Answer(reply, null) : new Answering.Answer(article.text().answer(), null, article.code(), article.version());
    }

    private void handled(UUID id, Story story, Random random, Cast cast, Phrases.Spoken said) {
        var clauses = catalogue.responsible(said.phrase().category(), said.area());
        var department = clauses.getFirst().department();
        var handler = cast.handlers().get(department);
        boolean urgent = said.phrase().level() == Level.EMERGENCY;
        boolean quick = urgent || said.phrase().level() == Level.UTILITIES;
        var dispatcher = cast.any(Role.DISPATCHER, random);
        story.then(minutes(random, 1, urgent ? 4 : 50), () -> dispatching.dispatch(on(id, dispatcher), new Dispatching.Dispatch(department, null, null, null)));
        if (urgent) {
            story.then(minutes(random, 1, 2), () -> dispatching.phone(on(id, dispatcher), new Dispatching.PhoneCall("值班员", "已告知地点和情况")));
        }
        int fate = random.nextInt(100);
        var other = clauses.stream().map(Clause::department).filter(d -> !d.equals(department)).findFirst()
                .or(() -> fate < 4 ? Optional.of(department.equals("cgj") ? "zjj" : "cgj") : Optional.empty()); // most matters have one owner
        if (fate < 15 && !quick && other.isPresent()) {
            returned(id, story, random, cast, handler, dispatcher, other.get());
            return;
        }
        story.then(minutes(random, 2, urgent ? 8 : quick ? 90 : 600), () -> accepting.accept(on(id, handler)));
        story.then(minutes(random, 5, urgent ? 20 : 300), () -> accepting.contacted(on(id, handler), new Accepting.Contacted(Accepting.How.PHONE, null, "已电话联系诉求人，核实情况")));
        if (fate >= 15 && fate < 21 && !quick) {
            story.then(minutes(random, 300, 1200), () -> extending.ask(on(id, handler), new Extending.Wish(5, "需要多部门现场勘查，原时限内难以办结", "现场勘查记录（示例）", true)));
            story.then(minutes(random, 60, 400), () -> extending.grant(on(id, dispatcher), new Extending.Grant(5, "同意延期，请及时告知诉求人")));
        }
        reply(id, story, random, handler, said.phrase().reply(), quick, fate >= 97 ? Result.UNRESOLVED : fate >= 92 ? Result.PARTLY_RESOLVED : Result.RESOLVED);
        finish(id, story, random, cast, handler, said.phrase().reply(), quick, fate);
    }

    private void returned(UUID id, Story story, Random random, Cast cast, Actor handler, Actor dispatcher, String other) {
        story.then(minutes(random, 60, 900), () -> returning.giveBack(on(id, handler),
                new Returning.Return(Returning.Why.NOT_OUR_DUTY, "经核实，该事项不属于我单位职责范围", "单位三定规定（示例）", other)));
        boolean bind = random.nextBoolean();
        story.then(minutes(random, 60, 500), () -> {
            if (bind) {
                returning.bind(on(id, dispatcher), new Returning.Bind("依据派单目录，指定你单位承办", "派单目录（示例）"));
            } else {
                returning.reassign(on(id, dispatcher), new Returning.Reassign(other, "同意退单，改由该单位承办"));
            }
        });
        var next = bind ? handler : cast.handlers().get(other);
        if (!bind) {
            story.then(minutes(random, 30, 300), () -> accepting.accept(on(id, next)));
        }
        story.then(minutes(random, 5, 200), () -> accepting.contacted(on(id, next), new Accepting.Contacted(Accepting.How.PHONE, null, "已电话联系诉求人")));
        reply(id, story, random, next, "经核查，您反映的问题已安排专人处理，后续将继续跟进，感谢您的监督。", false, Result.RESOLVED);
        finish(id, story, random, cast, next, "已再次核实并处理完毕，感谢您的理解与支持。", false, 20);
    }

    private void reply(UUID id, Story story, Random random, Actor handler, String text, boolean quick, Result result) {
        var why = result == Result.RESOLVED ? null : "受现有条件限制，已向诉求人说明";
        story.then(quick ? minutes(random, 25, 110) : minutes(random, 600, 4800), () -> replying.reply(on(id, handler), new Replying.Reply(null, null,
                Replying.Factual.TRUE, result, why, null, text, "现场照片已留存", null, null)));
        // whoever replies has spoken with the citizen; the clock of the first contact stops then at the latest
    }

    private void finish(UUID id, Story story, Random random, Cast cast, Actor handler, String text, boolean quick, int fate) {
        var reviewer = cast.any(Role.REVIEWER, random);
        var caller = cast.any(Role.FOLLOW_UP_CALLER, random);
        story.then(minutes(random, 10, 200), () -> reviewing.approve(on(id, reviewer), new Reviewing.Approval(null)));
        if (fate >= 85 && fate < 89) {
            story.nextMorning(random, () -> calling.rework(on(id, caller), new Reworking.Rework("诉求人反映问题仍未解决", Solved.NO, Rating.NO, true)));
            story.then(minutes(random, 30, 300), () -> accepting.contacted(on(id, handler), new Accepting.Contacted(Accepting.How.VISIT, null, "上门复核")));
            reply(id, story, random, handler, text, quick, Result.RESOLVED);
            story.then(minutes(random, 10, 200), () -> reviewing.approve(on(id, reviewer), new Reviewing.Approval(null)));
        }
        story.nextMorning(random, () -> calling.close(on(id, caller), verdict(random)));
    }

    private static Closing.Verdict verdict(Random random) {
        int mood = random.nextInt(100);
        var rating = mood < 70 ? Rating.VERY : mood < 94 ? Rating.YES : mood < 98 ? Rating.FAIR : Rating.NO;
        return new Closing.Verdict(true, mood < 95 ? Solved.YES : mood < 98 ? Solved.PARTLY : Solved.NO, rating, "", false);
    }

    private static Receiving.From who(Random random) {
        var name = SURNAMES.get(random.nextInt(SURNAMES.size())) + NAMES.get(random.nextInt(2));
        return new Receiving.From(name, "199%08d".formatted(random.nextInt(20_000)), random.nextInt(100) < 6);
    }

    private static Duration minutes(Random random, int least, int most) {
        return Duration.ofSeconds(least * 60L + random.nextInt((most - least) * 60));
    }

    private static On on(UUID id, Actor actor) {
        return new On(id, actor, null);
    }
}

package city.minsheng.intake;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Category;
import city.minsheng.catalogue.Kind;
import city.minsheng.intake.Models.Entry;
import city.minsheng.intake.Models.Subject;
import city.minsheng.knowledge.Shelf;
import city.minsheng.knowledge.Templates;
import city.minsheng.textmining.triage.Guess;
import city.minsheng.textmining.triage.Hints;
import city.minsheng.textmining.triage.Kinds;
import city.minsheng.textmining.triage.Learning;
import city.minsheng.textmining.triage.Quality;
import city.minsheng.textmining.triage.Sample;
import city.minsheng.textmining.triage.Triage;
import city.minsheng.workorder.Decided;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** 学习: makes the city's decided orders into models of categories and kinds, and takes a new one only if it is no worse. */
@Service
public class Learner {

    private static final Logger log = LoggerFactory.getLogger(Learner.class);

    /** The newest so many: what a city means by a category changes, and memory is bounded. */
    private static final int ORDERS = 20_000;

    /** So many decisions say more of a city's habits than phrases do. */
    private static final int KIND_ORDERS = 300;

    private final Decided decided;
    private final Catalogue catalogue;
    private final Templates templates;
    private final Shelf shelf;
    private final Models models;
    private final CurrentModels current;
    private final Gazetteer gazetteer;
    private final Clock clock;

    Learner(Decided decided, Catalogue catalogue, Templates templates, Shelf shelf, Models models, CurrentModels current, Gazetteer gazetteer, Clock clock) {
        this.decided = decided;
        this.catalogue = catalogue;
        this.templates = templates;
        this.shelf = shelf;
        this.models = models;
        this.current = current;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** What was learned, accepted or not. Takes seconds of one core; no transaction is open meanwhile. */
    public List<Entry> learn() {
        var orders = decided.newest(ORDERS);
        var samples = new ArrayList<>(orders.stream().map(order -> Sample.decided(order.text(), order.category())).toList());
        samples.addAll(hints());
        var learning = Learning.reading(samples);
        var learned = new ArrayList<Entry>();
        learned.add(learn(Subject.CATEGORY, orders, Decided.Order::category, learning, null));
        if (orders.size() >= KIND_ORDERS) {
            Function<Decided.Order, String> kind = order -> order.kind().name();
            learned.add(learn(Subject.KIND, orders, kind, learning.labelled(orders.stream().map(kind).toList()), byPhrases(orders)));
        }
        current.forget();
        gazetteer.learn(orders.stream().map(Decided.Order::text).toList());
        return learned;
    }

    private List<Sample> hints() {
        var hints = new ArrayList<Sample>();
        for (var category : catalogue.categories().values()) {
            if (!category.words().isEmpty()) {
                var parent = catalogue.category(category.parent()).map(Category::name).orElse("");
                hints.addAll(Hints.of(category.code(), category.name(), parent, category.words()));
            }
        }
        for (var template : templates.all()) {
            if (template.category() != null) hints.addAll(Hints.ofAnswer(template.category(), template.title(), template.body()));
        }
        for (var article : shelf.allInForce()) {
            var category = article.text().category();
            if (category != null) hints.addAll(Hints.asked(category, article.text().question(), article.text().asked()));
        }
        return hints;
    }

    /** How often phrases alone name the kind that people chose: a model of kinds must do better than that. */
    private double byPhrases(List<Decided.Order> orders) {
        return orders.stream().filter(order -> {
            var usual = catalogue.category(order.category()).map(Category::kinds).orElse(List.of()).stream().map(Kind::name).toList();
            return Kinds.guess(order.text(), usual).stream().findFirst().map(Guess::label).orElse("").equals(order.kind().name());
        }).count() / (double) orders.size();
    }

    private Entry learn(Subject subject, List<Decided.Order> orders, Function<Decided.Order, String> label, Learning learning, @Nullable Double toBeat) {
        var learnt = learning.learn();
        var inUse = models.current(subject);
        var fresh = inUse.map(old -> fresh(old, orders, label, learnt)).orElse(new Succession.Fresh(0, 0, 0));
        var old = inUse.map(entry -> entry.quality().accuracy()).orElse(toBeat);
        var quality = learnt.triage().quality();
        var decision = Succession.decide(old, quality.accuracy(), quality.texts(), fresh);
        return keep(subject, orders, learnt.triage(), quality, fresh, decision);
    }

    /** Orders decided since the model in use was learned. Order numbers by time: the newer ones stand in front. */
    private Succession.Fresh fresh(Entry old, List<Decided.Order> orders, Function<Decided.Order, String> label, Learning.Learnt learnt) {
        int count = (int) orders.stream().takeWhile(order -> old.newest() == null || order.id().compareTo(old.newest()) > 0).count();
        var rival = models.read(old);
        if (count < Succession.ENOUGH || rival.isEmpty()) {
            return new Succession.Fresh(0, 0, 0);
        }
        var sample = IntStream.range(0, count).limit(2_000).toArray();
        long before = IntStream.of(sample).filter(i -> best(rival.get(), orders.get(i).text()).equals(label.apply(orders.get(i)))).count();
        long after = IntStream.of(sample).filter(i -> learnt.heldOut().get(i).equals(label.apply(orders.get(i)))).count();
        return new Succession.Fresh(sample.length, (double) before / sample.length, (double) after / sample.length);
    }

    private static String best(Triage triage, String text) {
        return triage.guess(text, 1).stream().findFirst().map(Guess::label).orElse("");
    }

    private Entry keep(Subject subject, List<Decided.Order> orders, Triage triage, Quality quality, Succession.Fresh fresh, Succession decision) {
        boolean compared = fresh.texts() > 0;
        var entry = new Entry(subject, models.nextVersion(subject), clock.instant(), orders.size(), orders.isEmpty() ? null : orders.getFirst().id(), quality,
                decision.accepted(), decision.why(), fresh.texts(), compared ? fresh.old() : null, compared ? fresh.young() : null);
        models.add(entry, triage);
        log.info("learned subject={} version={} orders={} accuracy={} accepted={} why={}", subject, entry.version(), orders.size(),
                Math.round(quality.accuracy() * 1000) / 1000.0, decision.accepted(), decision.why());
        return entry;
    }
}

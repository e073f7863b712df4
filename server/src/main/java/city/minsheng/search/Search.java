package city.minsheng.search;

import city.minsheng.directory.Actor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.springframework.stereotype.Component;

/**
 * Finds what the rooms handed over, as far as this person may find it: the reader's keys are part of the query, and what is
 * shown is read from the database again and held against them again.
 */
@Component
public class Search {

    private static final SortField NEWEST = LongField.newSortField(Written.AT, true, SortedNumericSelector.Type.MIN);
    private static final int ENOUGH = 200; // of the most similar nobody looks at more; the rest need not be counted

    /** @param share of the likeness, or the score of the words */
    private record Place(Written.What what, double score) {}

    private record Places(List<Place> places, long count) {}

    private final Map<String, Searchable> sources;
    private final Indexing indexing;
    private final Clock clock;

    Search(List<Searchable> sources, Indexing indexing, Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(Searchable::kind, Function.identity(), (one, other) -> {
            throw new IllegalStateException("two kinds called " + one.kind());
        }, LinkedHashMap::new));
        this.indexing = indexing;
        this.clock = clock;
    }

    /** What has every word as it was typed; where nothing has, what has all of their parts. Without words, everything within, the newest first. */
    public Found find(Question question, Actor actor) {
        var runs = Grams.runs(question.words());
        if (runs.isEmpty()) {
            return question.isNarrowed() && question.words().isBlank() ? found(new MatchAllDocsQuery(), question.newest(), actor, runs, false) : Found.NOTHING;
        }
        var exactly = found(Queries.all(runs), question, actor, runs, false);
        var parts = exactly.count() > 0 ? runs : Parts.of(runs);
        return parts.equals(runs) ? exactly : found(Queries.all(parts), question, actor, parts, true);
    }

    /** What is most like a text, whatever words it uses: the best first, in the title everything counts twice. */
    public Found like(String text, Question within, Actor actor) {
        var keys = keys(within, actor);
        if (keys.isEmpty()) {
            return Found.NOTHING;
        }
        return indexing.ask(searcher -> {
            var telling = Telling.of(text, searcher);
            var query = Queries.within(Queries.like(telling.pairs()), keys, within, clock.instant());
            int deep = within.skip() + within.most();
            var top = searcher.search(query, new TopScoreDocCollectorManager(deep, null, ENOUGH));
            var places = places(searcher, top.scoreDocs, within);
            return shown(new Places(places, top.totalHits.value()), actor, telling.letters(), false, telling);
        }, Found.NOTHING);
    }

    private Found found(Query words, Question question, Actor actor, List<String> runs, boolean loosely) {
        var keys = keys(question, actor);
        if (keys.isEmpty()) {
            return Found.NOTHING;
        }
        var places = indexing.ask(searcher -> {
            var query = Queries.within(words, keys, question, clock.instant());
            var sort = question.sort() == Question.Sort.NEWEST ? new Sort(NEWEST) : new Sort(SortField.FIELD_SCORE, NEWEST);
            int deep = question.skip() + question.most();
            var top = searcher.search(query, new TopFieldCollectorManager(sort, deep, null, Integer.MAX_VALUE));
            return new Places(places(searcher, top.scoreDocs, question), top.totalHits.value());
        }, new Places(List.of(), 0));
        return shown(places, actor, runs, loosely, null);
    }

    /** What this person may open, of the kinds that are asked for. */
    private List<String> keys(Question question, Actor actor) {
        return sources.values().stream().filter(source -> question.kinds().isEmpty() || question.kinds().contains(source.kind()))
                .flatMap(source -> source.keys(actor).stream().map(key -> Written.seen(source.kind(), key))).toList();
    }

    private static List<Place> places(IndexSearcher searcher, ScoreDoc[] top, Question question) throws java.io.IOException {
        var fields = searcher.storedFields();
        var places = new ArrayList<Place>();
        for (int i = question.skip(); i < top.length; i++) {
            places.add(new Place(Written.what(fields.document(top[i].doc)), score(top[i])));
        }
        return places;
    }

    private static double score(ScoreDoc hit) {
        return hit instanceof FieldDoc sorted && sorted.fields[0] instanceof Float score ? score : Double.isNaN(hit.score) ? 0 : hit.score;
    }

    /** Read from the database as it is now: what has gone meanwhile, or from this person, is not shown. */
    private Found shown(Places places, Actor actor, List<String> runs, boolean loosely, @org.jspecify.annotations.Nullable Telling telling) {
        var now = clock.instant();
        var documents = read(places.places());
        var hits = new ArrayList<Hit>();
        for (var place : places.places()) {
            var document = documents.get(place.what());
            if (document != null && document.isThere(now) && isOpen(place.what().kind(), document, actor)) {
                hits.add(new Hit(place.what().kind(), document, telling == null ? place.score() : telling.shareIn(document),
                        Marking.mark(document.title(), runs), Marking.excerpt(document.texts(), runs)));
            }
        }
        return new Found(hits, places.count(), loosely);
    }

    private boolean isOpen(String kind, Document document, Actor actor) {
        return document.seenBy().stream().anyMatch(keys(kind, actor)::contains);
    }

    private Set<String> keys(String kind, Actor actor) {
        return java.util.Objects.requireNonNull(sources.get(kind)).keys(actor);
    }

    private Map<Written.What, Document> read(List<Place> places) {
        var subjects = new LinkedHashMap<String, Set<UUID>>();
        places.forEach(place -> subjects.computeIfAbsent(place.what().kind(), kind -> new java.util.LinkedHashSet<>()).add(place.what().subject()));
        var documents = new HashMap<Written.What, Document>();
        subjects.forEach((kind, of) -> java.util.Objects.requireNonNull(sources.get(kind)).documents(of)
                .forEach(document -> documents.put(new Written.What(kind, document.subject(), document.id()), document)));
        return documents;
    }
}

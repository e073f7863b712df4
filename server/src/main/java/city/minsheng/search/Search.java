package city.minsheng.search;

import city.minsheng.directory.Actor;
import city.minsheng.textmining.Parts;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
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
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what the rooms handed over, as far as this person may find it: the reader's keys are part of the query, and what is
 * shown is read from the database again and held against them again.
 */
@Component
public class Search {

    private static final SortField NEWEST = LongField.newSortField(Written.AT, true, SortedNumericSelector.Type.MIN);
    private static final int COUNTED = 1000; // of what only has some of the words; nobody reads so far
    private static final int ENOUGH = 200; // of the most similar nobody looks at more; the rest need not be counted

    /** @param share of the likeness, or the score of the words */
    private record Place(Written.What what, double score) {}

    private record Places(List<Place> places, long count, boolean more) {}

    private record Asked(Places exactly, Places loosely, List<String> parts) {}

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

    /**
     * What has every word as it was typed, all of it; behind that, what has some of its words. Without words, everything within,
     * the newest first.
     */
    public Found find(Question question, Actor actor) {
        var runs = Grams.runs(question.words());
        if (runs.isEmpty()) {
            return question.isNarrowed() && question.words().isBlank() ? found(new MatchAllDocsQuery(), List.of(), question.newest(), actor, runs) : Found.NOTHING;
        }
        var parts = runs.stream().flatMap(run -> runs.size() > 1 && Parts.of(run).isEmpty() ? Stream.of(run) : Parts.of(run).stream()).distinct().toList();
        return found(Queries.all(runs), runs.size() == 1 && parts.equals(runs) ? List.of() : parts, question, actor, runs);
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
            var hits = shown(places(searcher, top.scoreDocs, within.skip()), actor, telling.letters(), false, telling);
            return new Found(hits, top.totalHits.value(), null);
        }, Found.NOTHING);
    }

    private Found found(Query words, List<String> parts, Question question, Actor actor, List<String> runs) {
        var keys = keys(question, actor);
        if (keys.isEmpty()) {
            return Found.NOTHING;
        }
        var now = clock.instant();
        var none = new Places(List.of(), 0, false);
        var asked = indexing.ask(searcher -> {
            var exactly = places(searcher, Queries.within(words, keys, question, now), question, question.skip(), question.most(), Integer.MAX_VALUE);
            int left = (int) Math.min(question.most(), question.skip() + question.most() - exactly.count());
            var telling = left < 0 ? List.<String>of() : telling(parts, searcher);
            var loosely = telling.isEmpty() ? none : places(searcher, Queries.within(Queries.some(telling, words), keys, question, now), question,
                    (int) Math.max(0, question.skip() - exactly.count()), left, COUNTED);
            return new Asked(exactly, loosely, telling);
        }, new Asked(none, none, List.of()));
        var hits = new ArrayList<>(shown(asked.exactly().places(), actor, runs, false, null));
        hits.addAll(shown(asked.loosely().places(), actor, asked.parts(), true, null));
        return new Found(hits, asked.exactly().count(),
                asked.parts().isEmpty() ? null : new Found.ByWords(asked.parts(), asked.loosely().count(), asked.loosely().more()));
    }

    /** Without what half of all texts have. */
    private static List<String> telling(List<String> parts, IndexSearcher searcher) throws IOException {
        var telling = new ArrayList<String>();
        for (var part : parts) {
            long among = Long.MAX_VALUE;
            for (var pair : Grams.pairs(part)) {
                among = Math.min(among, searcher.getIndexReader().docFreq(new Term(Written.TEXT, pair)));
            }
            if (2 * among <= searcher.getIndexReader().numDocs() || among == Long.MAX_VALUE) {
                telling.add(part);
            }
        }
        return telling;
    }

    /** @param counted so many are counted exactly; the best ones are found without looking at all others */
    private static Places places(IndexSearcher searcher, Query query, Question question, int skip, int most, int counted) throws IOException {
        int deep = Math.max(1, skip + most);
        var top = question.sort() == Question.Sort.NEWEST ? searcher.search(query, new TopFieldCollectorManager(new Sort(NEWEST), deep, null, counted))
                : counted < Integer.MAX_VALUE ? searcher.search(query, new TopScoreDocCollectorManager(deep, null, counted))
                : searcher.search(query, new TopFieldCollectorManager(new Sort(SortField.FIELD_SCORE, NEWEST), deep, null, counted));
        var some = most == 0 ? List.<Place>of() : places(searcher, top.scoreDocs, skip);
        return new Places(some, top.totalHits.value(), top.totalHits.relation() != TotalHits.Relation.EQUAL_TO);
    }

    /** What this person may open, of the kinds that are asked for. */
    private List<String> keys(Question question, Actor actor) {
        return sources.values().stream().filter(source -> question.kinds().isEmpty() || question.kinds().contains(source.kind()))
                .flatMap(source -> source.keys(actor).stream().map(key -> Written.seen(source.kind(), key))).toList();
    }

    private static List<Place> places(IndexSearcher searcher, ScoreDoc[] top, int skip) throws IOException {
        var fields = searcher.storedFields();
        var places = new ArrayList<Place>();
        for (int i = skip; i < top.length; i++) {
            places.add(new Place(Written.what(fields.document(top[i].doc)), score(top[i])));
        }
        return places;
    }

    private static double score(ScoreDoc hit) {
        return hit instanceof FieldDoc sorted && sorted.fields[0] instanceof Float score ? score : Double.isNaN(hit.score) ? 0 : hit.score;
    }

    /** Read from the database as it is now: what has gone meanwhile, or from this person, is not shown. */
    private List<Hit> shown(List<Place> places, Actor actor, List<String> runs, boolean loosely, @Nullable Telling telling) {
        var now = clock.instant();
        var documents = read(places);
        var hits = new ArrayList<Hit>();
        for (var place : places) {
            var document = documents.get(place.what());
            if (document != null && document.isThere(now) && isOpen(place.what().kind(), document, actor)) {
                hits.add(new Hit(place.what().kind(), document, telling == null ? place.score() : telling.shareIn(document), loosely,
                        Marking.mark(document.title(), runs), Marking.excerpt(document.texts(), runs)));
            }
        }
        return hits;
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

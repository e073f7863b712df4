package city.minsheng.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What is asked, in Lucene's words. */
final class Queries {

    private static final int CODE = 4; // from so many characters on, a piece may be the beginning or the end of a number
    private static final float TITLE = 2;

    private Queries() {}

    /** Every one of the runs, exactly; in the title it counts twice. */
    static Query all(List<String> runs) {
        var query = new BooleanQuery.Builder();
        for (var run : runs) {
            query.add(anywhere(run), Occur.MUST);
            query.add(new BoostQuery(run(Written.TITLE, run), TITLE), Occur.SHOULD);
        }
        return query.build();
    }

    /** Half of the parts, one of three; and not what has everything as it was typed. */
    static Query some(List<String> parts, Query but) {
        var enough = new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(1, parts.size() / 2));
        var query = new BooleanQuery.Builder().add(but, Occur.MUST_NOT);
        for (var part : parts) {
            enough.add(anywhere(part), Occur.SHOULD);
            query.add(new BoostQuery(run(Written.TITLE, part), TITLE), Occur.SHOULD);
        }
        return query.add(enough.build(), Occur.MUST).build();
    }

    private static Query anywhere(String run) {
        var ways = new ArrayList<>(List.of(run(Written.TEXT, run)));
        if (run.matches("[a-z]{2,}")) {
            ways.add(run(Written.INITIALS, run));
        }
        if (run.length() >= CODE && run.matches("[a-z0-9]+")) {
            ways.add(new PrefixQuery(new Term(Written.CODE, run)));
            ways.add(new PrefixQuery(new Term(Written.EDOC, Written.backwards(run))));
        }
        return ways.size() == 1 ? ways.getFirst() : any(ways.stream());
    }

    private static Query any(Stream<Query> ways) {
        var query = new BooleanQuery.Builder();
        ways.forEach(way -> query.add(way, Occur.SHOULD));
        return query.build();
    }

    /** Pairs that cover the run, each at its place. A single character is the beginning of every pair that it stands first in. */
    private static Query run(String field, String run) {
        var pairs = Grams.pairs(run);
        if (pairs.isEmpty()) {
            return new PrefixQuery(new Term(field, run));
        }
        if (pairs.size() == 1) {
            return new TermQuery(new Term(field, pairs.getFirst()));
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < pairs.size(); i += 2) {
            phrase.add(new Term(field, pairs.get(i)), i);
        }
        if (pairs.size() % 2 == 0) {
            phrase.add(new Term(field, pairs.getLast()), pairs.size() - 1);
        }
        return phrase.build();
    }

    /** Some of the pairs, the weightier the better. */
    static Query like(List<Telling.Pair> pairs) {
        var query = new BooleanQuery.Builder();
        for (var pair : pairs) {
            query.add(new BoostQuery(new TermQuery(new Term(Written.TEXT, pair.letters())), pair.often()), Occur.SHOULD);
            query.add(new BoostQuery(new TermQuery(new Term(Written.TITLE, pair.letters())), TITLE * pair.often()), Occur.SHOULD);
        }
        return query.build();
    }

    /** What narrows, with the reader's keys at its head: what none of them opens does not exist. */
    static Query within(Query words, Collection<String> keys, Question question, Instant now) {
        var query = new BooleanQuery.Builder().add(words, Occur.MUST)
                .add(new TermInSetQuery(Written.SEEN, keys.stream().map(BytesRef::new).toList()), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Written.FROM, now.toEpochMilli() + 1, Long.MAX_VALUE), Occur.MUST_NOT)
                .add(LongPoint.newRangeQuery(Written.UNTIL, Long.MIN_VALUE, now.toEpochMilli()), Occur.MUST_NOT);
        question.facets().forEach((facet, codes) -> {
            if (!codes.isEmpty()) {
                query.add(facet(facet, codes), Occur.FILTER);
            }
        });
        if (question.from() != null || question.to() != null) {
            query.add(LongField.newRangeQuery(Written.AT, question.from() == null ? Long.MIN_VALUE : question.from().toEpochMilli(),
                    question.to() == null ? Long.MAX_VALUE : question.to().toEpochMilli() - 1), Occur.FILTER);
        }
        return query.build();
    }

    private static Query facet(Facet facet, List<String> codes) {
        return facet == Facet.CATEGORY
                ? new ConstantScoreQuery(any(codes.stream().map(code -> new PrefixQuery(new Term(facet.name(), code)))))
                : new TermInSetQuery(facet.name(), codes.stream().map(BytesRef::new).toList());
    }
}

package city.minsheng.knowledge;

import city.minsheng.platform.Event;
import city.minsheng.platform.OncePerNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 书架: the articles that may be told now, kept on each node with the pairs of characters of their questions, and read anew
 * when an article has changed. Whether one is in force is asked at the moment of the question.
 */
@Component
public class Shelf implements OncePerNode {

    /** What is looked for. @param open only what the public may read @param owners an expert seat's own field, which comes first */
    public record Wish(String words, @Nullable String category, @Nullable String area, boolean open, Collection<String> owners, int most) {}

    /** @param likeness between 0 and 1 */
    public record Hit(Version version, double likeness) {}

    private record Way(Set<String> pairs, double weight) {}

    private record Book(Version version, List<Way> ways, Way answer) {

        boolean says(String pair) {
            return answer.pairs().contains(pair) || ways.stream().anyMatch(way -> way.pairs().contains(pair));
        }
    }

    private record Books(List<Book> books, Likeness likeness) {}

    /** Below it is chance. */
    static final double LEAST = 0.3;

    /** So much of what was said must be in a text that only has some of its words. */
    static final double ENOUGH = 0.4;
    private static final int FEW = 3;
    private final Articles articles;
    private final Clock clock;
    private volatile @Nullable Books kept;

    Shelf(Articles articles, Clock clock) {
        this.articles = articles;
        this.clock = clock;
    }

    public List<Hit> find(Wish wish) {
        var books = books();
        var said = Likeness.pairs(wish.words());
        double weight = books.likeness().weight(said);
        boolean browsing = said.isEmpty();
        return inForce(books).filter(book -> !wish.open() || book.version().text().open())
                .filter(book -> fits(book.version().text(), wish))
                .map(book -> new Hit(book.version(), browsing ? 0 : Math.min(1, like(book, said, weight, books.likeness()) + bonus(book.version().text(), wish))))
                .filter(hit -> browsing ? isNear(hit.version().text().category(), wish.category(), 4) : hit.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(Hit::likeness).reversed().thenComparing(hit -> hit.version().code()))
                .limit(wish.most()).toList();
    }

    /**
     * Behind few hits, those that only have some of the words that were said: they are no answers yet, and count as none. A long
     * story has too many words for that.
     */
    public List<Hit> byWords(Wish wish, List<Hit> found) {
        var parts = found.size() < FEW ? Likeness.parts(wish.words()) : List.<String>of();
        if (parts.isEmpty()) {
            return List.of();
        }
        var books = books();
        var known = found.stream().map(hit -> hit.version().code()).collect(Collectors.toSet());
        return inForce(books).filter(book -> !wish.open() || book.version().text().open()).filter(book -> fits(book.version().text(), wish))
                .filter(book -> !known.contains(book.version().code()))
                .map(book -> new Hit(book.version(), books.likeness().share(parts, book::says)))
                .filter(hit -> hit.likeness() >= ENOUGH)
                .sorted(Comparator.comparingDouble(Hit::likeness).reversed().thenComparing(hit -> hit.version().code()))
                .limit(FEW).toList();
    }

    /** An article for one area is not told to another one. */
    private static boolean fits(Text text, Wish wish) {
        return text.area() == null || wish.area() == null || wish.area().isBlank() || text.area().equals(wish.area());
    }

    private static double like(Book book, Set<String> said, double weight, Likeness likeness) {
        double ways = book.ways().stream().mapToDouble(way -> likeness.of(said, weight, way.pairs(), way.weight())).max().orElse(0);
        return Math.max(ways, said.size() < 2 ? 0 : 0.9 * likeness.of(book.answer().pairs(), book.answer().weight(), said, weight));
    }

    private static double bonus(Text text, Wish wish) {
        double near = isNear(text.category(), wish.category(), 6) ? 0.15 : isNear(text.category(), wish.category(), 4) ? 0.05 : 0;
        return near + (wish.owners().contains(text.owner()) ? 0.1 : 0);
    }

    private static boolean isNear(@Nullable String category, @Nullable String wished, int digits) {
        return category != null && wished != null && !wished.isBlank()
                && category.substring(0, Math.min(digits, category.length())).equals(wished.substring(0, Math.min(digits, wished.length())));
    }

    /** The version of the article that may be told now. */
    public Optional<Version> inForce(String code) {
        return inForce(books()).map(Book::version).filter(version -> version.code().equals(code)).findFirst();
    }

    public List<Version> allInForce() {
        return inForce(books()).map(Book::version).toList();
    }

    /** Of several that are live, as when one begins to hold tomorrow, the newest that holds now. */
    private Stream<Book> inForce(Books books) {
        var now = clock.instant();
        var newest = new LinkedHashMap<UUID, Book>(); // read in the order of their versions
        books.books().stream().filter(book -> book.version().isInForce(now)).forEach(book -> newest.put(book.version().article(), book));
        return newest.values().stream();
    }

    private Books books() {
        var books = kept;
        return books == null ? read() : books;
    }

    private Books read() {
        var versions = articles.inStatus(Status.LIVE);
        var texts = new ArrayList<String>();
        versions.forEach(version -> texts.add(version.text().question() + "\n" + String.join("\n", version.text().asked())));
        var likeness = new Likeness(texts);
        var books = new Books(versions.stream().map(version -> book(version, likeness)).toList(), likeness);
        kept = books;
        return books;
    }

    private static Book book(Version version, Likeness likeness) {
        var text = version.text();
        var ways = Stream.concat(Stream.of(text.question()), text.asked().stream()).map(words -> way(words, likeness)).toList();
        return new Book(version, ways, way(text.question() + "\n" + text.answer(), likeness));
    }

    private static Way way(String words, Likeness likeness) {
        var pairs = Likeness.pairs(words);
        return new Way(pairs, likeness.weight(pairs));
    }

    @Override
    public void hear(Event event) {
        if (event.kind().startsWith("knowledge.")) {
            kept = null;
        }
    }

    /** On this node at once, not when the event has come round. */
    void forgetAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            kept = null;
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                kept = null;
            }
        });
    }
}

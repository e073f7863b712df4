package city.minsheng.search;

import city.minsheng.directory.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a room lets be found: one bean for each kind. Whatever event comes of a subject, all its documents are read again and
 * replaced, so that hearing an event twice, or two in one, changes nothing.
 */
public interface Searchable {

    /** Such as {@code order}. For ever the same. */
    String kind();

    /** Which events of the outbox change documents of this kind; their subject says whose. */
    boolean wants(String event);

    /** The next subjects in the order of their ids, for building anew. */
    List<UUID> after(@Nullable UUID last, int most);

    long count();

    /** As they stand in the database now. A subject of which nothing comes back leaves the index. */
    List<Document> documents(Collection<UUID> subjects);

    /** One of these must be in a document's {@code seenBy}. Empty: this person finds nothing of this kind. */
    Set<String> keys(Actor actor);
}

package city.minsheng.search;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** One folder of Lucene's: documents in, questions out. Knows nothing of databases, events and people. */
final class Index implements Closeable {

    /** What a searcher is asked. */
    interface Asking<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    /** Long requests tell no less than short ones: their length counts half of what is usual. */
    private static final BM25Similarity LIKENESS = new BM25Similarity(0.9f, 0.4f);
    private static final double MEMORY_MB = 16;
    private final Path folder;
    private final FSDirectory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Index(Path folder) throws IOException {
        this.folder = folder;
        this.directory = FSDirectory.open(folder);
        this.writer = new IndexWriter(directory, settings());
        this.searchers = new SearcherManager(writer, new org.apache.lucene.search.SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(org.apache.lucene.index.IndexReader reader, org.apache.lucene.index.IndexReader before) {
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(LIKENESS);
                return searcher;
            }
        });
    }

    /** @throws IOException where what lies there is no index, or a broken one */
    static Index open(Path folder) throws IOException {
        return new Index(folder);
    }

    private static IndexWriterConfig settings() {
        var merging = new ConcurrentMergeScheduler();
        merging.setMaxMergesAndThreads(4, 1);
        return new IndexWriterConfig().setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND).setRAMBufferSizeMB(MEMORY_MB)
                .setMergeScheduler(merging).setSimilarity(LIKENESS).setCommitOnClose(false)
                .setIndexDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    }

    Path folder() {
        return folder;
    }

    /** All documents of these subjects become the given ones, each subject's at one stroke. */
    void replace(String kind, Collection<UUID> subjects, List<Document> documents) {
        var of = documents.stream().collect(Collectors.groupingBy(Document::subject));
        quietly(() -> {
            for (var subject : subjects) {
                var written = new ArrayList<org.apache.lucene.document.Document>();
                of.getOrDefault(subject, List.of()).forEach(document -> written.add(Written.of(kind, document)));
                var key = new Term(Written.KEY, Written.key(kind, subject));
                if (written.isEmpty()) {
                    writer.deleteDocuments(key);
                } else {
                    writer.updateDocuments(key, written);
                }
            }
            return null;
        });
    }

    /** For a new index, in which these subjects cannot be yet. */
    void add(String kind, List<Document> documents) {
        quietly(() -> {
            for (var document : documents) {
                writer.addDocument(Written.of(kind, document));
            }
            return null;
        });
    }

    /** What was written before can be found from now on. */
    void refresh() {
        quietly(searchers::maybeRefreshBlocking);
    }

    /** From now on it survives whatever happens, and with it these words. */
    void commit(Map<String, String> words) {
        quietly(() -> {
            writer.setLiveCommitData(words.entrySet());
            return writer.commit();
        });
    }

    /** The words of the last commit. */
    Map<String, String> committed() {
        var words = writer.getLiveCommitData();
        if (words == null) {
            return Map.of();
        }
        var all = new java.util.HashMap<String, String>();
        words.forEach(word -> all.put(word.getKey(), word.getValue()));
        return all;
    }

    <T> T search(Asking<T> asking) {
        return quietly(() -> {
            var searcher = searchers.acquire();
            try {
                return asking.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    long documents() {
        return search(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    boolean isOpen() {
        return writer.isOpen();
    }

    /** Without a commit: whoever wants to keep what was written says so before. */
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }

    private interface Doing<T> {
        T run() throws IOException;
    }

    private interface Act {
        void run() throws IOException;
    }

    private static void quietly(Act act) {
        quietly(() -> {
            act.run();
            return null;
        });
    }

    private static <T> T quietly(Doing<T> doing) {
        try {
            return doing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

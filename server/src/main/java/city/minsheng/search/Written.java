package city.minsheng.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** How a document lies in the index: its fields' names and forms, for writing and for asking. */
final class Written {

    static final String KEY = "key";
    static final String SEEN = "seen";
    static final String TITLE = "title";
    static final String TEXT = "text"; // the title too
    static final String INITIALS = "initials";
    static final String CODE = "code";
    static final String EDOC = "edoc"; // codes read from behind
    static final String AT = "at";
    static final String FROM = "from";
    static final String UNTIL = "until";
    private static final String WHAT = "what";
    private static final FieldType TERM = new FieldType();

    static {
        TERM.setIndexOptions(IndexOptions.DOCS);
        TERM.setTokenized(false);
        TERM.setOmitNorms(true);
        TERM.freeze();
    }

    private Written() {}

    /** What a hit is: enough to read it from the database. */
    record What(String kind, UUID subject, String id) {}

    static org.apache.lucene.document.Document of(String kind, Document document) {
        var fields = new org.apache.lucene.document.Document();
        fields.add(new Field(KEY, key(kind, document.subject()), TERM));
        fields.add(new StoredField(WHAT, what(kind, document)));
        var all = new ArrayList<>(List.of(document.title()));
        all.addAll(document.texts());
        fields.add(new GramField(TEXT, all));
        if (!document.title().isBlank()) {
            fields.add(new GramField(TITLE, List.of(document.title())));
        }
        document.seenBy().forEach(reader -> fields.add(new Field(SEEN, seen(kind, reader), TERM)));
        document.facets().forEach((facet, code) -> fields.add(new Field(facet.name(), code, TERM)));
        if (!document.names().isEmpty()) {
            fields.add(new InitialsField(INITIALS, document.names()));
        }
        document.codes().stream().flatMap(code -> Grams.runs(code).stream()).forEach(code -> {
            fields.add(new Field(CODE, code, TERM));
            fields.add(new Field(EDOC, backwards(code), TERM));
        });
        fields.add(new LongField(AT, document.at().toEpochMilli(), Field.Store.NO));
        if (document.from() != null) {
            fields.add(new LongPoint(FROM, document.from().toEpochMilli()));
        }
        if (document.until() != null) {
            fields.add(new LongPoint(UNTIL, document.until().toEpochMilli()));
        }
        return fields;
    }

    static BytesRef key(String kind, UUID subject) {
        var name = kind.getBytes(StandardCharsets.UTF_8);
        return new BytesRef(ByteBuffer.allocate(name.length + 16).put(name).putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits()).array());
    }

    /** A key opens documents of its kind and of no other. */
    static String seen(String kind, String reader) {
        return kind + ":" + reader;
    }

    static String backwards(String code) {
        return new StringBuilder(code).reverse().toString();
    }

    private static BytesRef what(String kind, Document document) {
        var id = document.id().equals(document.subject().toString()) ? "" : document.id();
        var name = kind.getBytes(StandardCharsets.UTF_8);
        var rest = id.getBytes(StandardCharsets.UTF_8);
        return new BytesRef(ByteBuffer.allocate(1 + name.length + 16 + rest.length).put((byte) name.length).put(name)
                .putLong(document.subject().getMostSignificantBits()).putLong(document.subject().getLeastSignificantBits()).put(rest).array());
    }

    static What what(org.apache.lucene.document.Document stored) {
        var bytes = stored.getBinaryValue(WHAT);
        var in = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        var name = new byte[in.get()];
        in.get(name);
        var subject = new UUID(in.getLong(), in.getLong());
        var rest = new byte[in.remaining()];
        in.get(rest);
        return new What(new String(name, StandardCharsets.UTF_8), subject, rest.length == 0 ? subject.toString() : new String(rest, StandardCharsets.UTF_8));
    }
}

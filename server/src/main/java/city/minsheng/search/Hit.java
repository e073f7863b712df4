package city.minsheng.search;

/**
 * One thing that was found, as it stands in the database now. In title and excerpt the found words stand between {@link
 * #BEGIN} and {@link #END}.
 *
 * @param loosely it has some of the words, and not all as they were typed
 * @param score of {@link Search#like}: how much of what the text tells is in here, 0 to 1; of {@link Search#find}: BM25
 */
public record Hit(String kind, Document document, double score, boolean loosely, String title, String excerpt) {

    public static final char BEGIN = '\u0002';
    public static final char END = '\u0003';
}

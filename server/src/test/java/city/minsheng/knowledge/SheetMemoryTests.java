package city.minsheng.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be reached is weighed in the middle and at the end of the way, in a house of its own: there lies much that nobody else wants to find. */
@HouseTest("sheets")
@DisplayName("The export of articles")
class SheetMemoryTests {

    private static final int ARTICLES = 4_000;
    private static final int LETTERS = 8_000;

    private final Sheets sheets;
    private final Stage stage;
    private final JdbcClient jdbc;

    SheetMemoryTests(Sheets sheets, Stage stage, JdbcClient jdbc) {
        this.sheets = sheets;
        this.stage = stage;
        this.jdbc = jdbc;
    }

    @Test
    void holdsAPageOfThemHoweverManyThereAre() {
        fill();
        var supervisor = stage.who("supervisor01");
        sheets.write(filter(), supervisor, new Weighing(Long.MAX_VALUE)); // classes and pools are there
        var whole = new Weighing(Long.MAX_VALUE);
        sheets.write(filter(), supervisor, whole);
        long before = reachable();

        var middle = new Weighing(whole.written / 2);
        sheets.write(filter(), supervisor, middle);
        var end = new Weighing(whole.written * 9 / 10);
        sheets.write(filter(), supervisor, end);

        long all = (long) ARTICLES * LETTERS;
        assertThat(middle.reachable - before).as("bytes held in the middle, of %,d", all).isLessThan(all / 4);
        assertThat(end.reachable - before).as("bytes held near the end, of %,d", all).isLessThan(all / 4);
    }

    /** An answer of letters that nothing can press together. */
    private void fill() {
        jdbc.sql("""
                        with made as (
                          insert into article (id, code, revision, origin, created_at, created_by)
                          select gen_random_uuid(), 'M' || n, 1, 'FILE', timestamptz '2025-01-01', 'test' from generate_series(1, :articles) n
                          returning id, code)
                        insert into article_version (article, version, status, question, asked, answer, basis, document, steps, materials, places, hours,
                               owner, audience, open, effective_at, written_by, written_at, signed_by, published_at)
                        select id, 1, 'PUBLISHED', code, '{}', (select string_agg(md5(code || part), '') from generate_series(1, :letters / 32) part), '', '', '', '', '', '',
                               'weighed', '', true, timestamptz '2025-01-01', 'test', timestamptz '2025-01-01', 'test', timestamptz '2025-01-01'
                          from made
                        """).param("articles", ARTICLES).param("letters", LETTERS).update();
    }

    private static Library.Filter filter() {
        return new Library.Filter(Library.View.LIVE, null, "weighed", null);
    }

    private static long reachable() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Takes and forgets what is written; at one place it weighs everything that the program still holds. */
    private static final class Weighing extends OutputStream {

        private final long at;
        private long written;
        private long reachable;

        Weighing(long at) {
            this.at = at;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            written += length;
            if (reachable == 0 && written >= at) {
                reachable = reachable();
            }
        }
    }
}

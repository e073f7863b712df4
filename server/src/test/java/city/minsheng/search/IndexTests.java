package city.minsheng.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The index")
class IndexTests {

    private static final Instant NOW = Instant.parse("2025-03-03T01:00:00Z");
    private static final String[] WORDS = {"供暖", "暖气", "不热", "温度", "小区", "物业", "路灯", "漏水", "A3区", "12345", "停车位", "消防通道", "占用", "办理", "医保", "报销",
        "ＡＢ座", "𠮷祥", "〇一", "的", "了", "，", "。", " ", "\n", "5G基站", "热", "暖"};
    @TempDir
    Path folder;
    private Index index;

    @BeforeEach
    void open() throws IOException {
        index = Index.open(folder);
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static Document document(String title, String... texts) {
        var id = UUID.randomUUID();
        return Document.of(id, id.toString(), title).text(texts).seenBy("hall").at(NOW);
    }

    private Document put(Document document) {
        index.replace("order", List.of(document.subject()), List.of(document));
        index.refresh();
        return document;
    }

    private Set<UUID> find(Question question, List<String> keys) {
        return index.search(searcher -> {
            var hits = searcher.search(Queries.within(Queries.all(Grams.runs(question.words())), keys, question, NOW), 10_000).scoreDocs;
            var found = new HashSet<UUID>();
            for (var hit : hits) {
                assertThat(found.add(Written.what(searcher.storedFields().document(hit.doc)).subject())).as("no document twice").isTrue();
            }
            return found;
        });
    }

    private Set<UUID> find(String words) {
        return find(Question.of(words), List.of("order:hall"));
    }

    /** What reading every text would find. */
    private static Set<UUID> scan(List<Document> documents, String phrase) {
        var wanted = Marking.folded(phrase);
        return documents.stream().filter(document -> Marking.folded(document.title()).contains(wanted)
                || document.texts().stream().anyMatch(text -> Marking.folded(text).contains(wanted))).map(Document::subject).collect(Collectors.toSet());
    }

    private static String invented(Random random, int words) {
        var text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8})
    void findsEveryPhraseWhereReadingEverythingFindsItAndNowhereElse(int length) {
        var random = new Random(12345 + length);
        var documents = new ArrayList<Document>();
        for (int i = 0; i < 600; i++) {
            documents.add(document(invented(random, 4), invented(random, 30), invented(random, 3)));
        }
        index.add("order", documents);
        index.refresh();
        int tried = 0;
        while (tried < 300) {
            var text = documents.get(random.nextInt(documents.size())).texts().getFirst().codePoints().toArray();
            int from = random.nextInt(text.length - length);
            var phrase = new String(text, from, length);
            if (phrase.codePoints().noneMatch(character -> Grams.fold(character) == Grams.GAP)) {
                tried++;
                assertThat(find(phrase)).as(phrase).isEqualTo(scan(documents, phrase));
            }
        }
    }

    @ParameterizedTest(name = "{1} is found in {0}")
    @CsvSource({"供暖不热, 热", "供暖不热, 暖不", "ＡＢＣ座, abc", "abc座, ＡＢ", "𠮷祥里, 𠮷", "𠮷祥里, 祥里", "二〇二五年, 〇二", "室温12.5度, 12", "供暖。不热, 供暖 不热", "供暖。不热, 不热，供暖"})
    void findsWhatIsWrittenAnotherWay(String text, String words) {
        var document = put(document("", text));

        assertThat(find(words)).containsExactly(document.subject());
    }

    @ParameterizedTest(name = "{1} is not in {0}")
    @CsvSource({"供暖。不热, 供暖不热", "供暖 不热, 暖不", "供暖, 暖供", "A3区, a33"})
    void noPhraseReachesOverAGap(String text, String words) {
        put(document("", text));

        assertThat(find(words)).isEmpty();
    }

    @Test
    void noPhraseReachesFromOneTextIntoTheNext() {
        put(document("供暖", "不热", "小区"));

        assertThat(find("暖不")).isEmpty();
        assertThat(find("热小区")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zjj", "szjj", "cql", "zql", "jj"})
    void findsNamesByTheInitialsOfTheirPinyin(String typed) {
        var document = put(document("路灯不亮", "x").names("市住建局", "重庆路"));

        assertThat(find(typed)).containsExactly(document.subject());
        assertThat(find("zjjc")).as("over the end of a name").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20250303000123", "20250303", "000123", "0123"})
    void findsANumberByItsBeginningAndItsEnd(String typed) {
        var document = put(document("", "x").code("20250303000123"));

        assertThat(find(typed)).containsExactly(document.subject());
        assertThat(find("123")).as("too short to mean a number").isEmpty();
    }

    @Nested
    class WhatAReaderMayNotSee {

        @Test
        void isNotFoundByWhomItDoesNotName() {
            var mine = put(document("供暖").seenBy("department/reli"));
            put(document("供暖"));

            assertThat(find(Question.of("供暖"), List.of("order:department/reli"))).containsExactly(mine.subject());
            assertThat(find(Question.of("供暖"), List.of("order:department/zjj"))).isEmpty();
            assertThat(find(Question.of("供暖"), List.of())).isEmpty();
        }

        @Test
        void isNotFoundByAKeyOfTheSameNameToAnotherKind() {
            put(document("供暖"));

            assertThat(find(Question.of("供暖"), List.of("article:hall"))).isEmpty();
        }

        @Test
        void isNotThereBeforeItsTimeAndNotAfterIt() {
            put(document("供暖").between(NOW.plusSeconds(1), null));
            put(document("供暖").between(null, NOW));
            var now = put(document("供暖").between(NOW, NOW.plusMillis(1)));

            assertThat(find("供暖")).containsExactly(now.subject());
        }
    }

    @Test
    void isNarrowedByEachFacetAndByTime() {
        var one = put(document("供暖").facet(Facet.CATEGORY, "010203").facet(Facet.AREA, "ncq").facet(Facet.STATUS, "CLOSED").facet(Facet.DEPARTMENT, "reli").facet(Facet.CHANNEL, "hotline"));
        put(document("供暖").facet(Facet.CATEGORY, "020203").facet(Facet.AREA, "bcq").at(NOW.minusSeconds(3600)));

        for (var narrowed : List.of(Question.of("供暖").facet(Facet.CATEGORY, "0102"), Question.of("供暖").facet(Facet.CATEGORY, "010203"),
                Question.of("供暖").facet(Facet.AREA, List.of("ncq", "xcq")), Question.of("供暖").facet(Facet.STATUS, "CLOSED"),
                Question.of("供暖").facet(Facet.DEPARTMENT, "reli"), Question.of("供暖").facet(Facet.CHANNEL, "hotline"),
                Question.of("供暖").between(NOW, null), Question.of("供暖").between(NOW, NOW.plusMillis(1)))) {
            assertThat(find(narrowed, List.of("order:hall"))).as(narrowed.toString()).containsExactly(one.subject());
        }
        assertThat(find(Question.of("供暖").between(null, NOW), List.of("order:hall"))).hasSize(1).doesNotContain(one.subject());
        assertThat(find(Question.of("供暖").facet(Facet.CATEGORY, "01020"), List.of("order:hall"))).containsExactly(one.subject());
    }

    @Nested
    class AfterACrash {

        /** What is not committed is gone, as after kill -9; what was, is whole. */
        @Test
        void everythingOfTheLastCommitIsThereAndItsWordsTellHowFarItGot() throws IOException {
            var kept = put(document("供暖"));
            index.commit(Map.of("until", "here"));
            put(document("供暖"));

            index.close();
            open();

            assertThat(index.committed()).containsEntry("until", "here");
            assertThat(find("供暖")).containsExactly(kept.subject());
        }

        @Test
        void hearingTheSameAgainDoublesNothing() throws IOException {
            var document = put(document("供暖"));
            index.commit(Map.of("until", "here"));
            put(document);
            put(document);
            index.replace("order", List.of(document.subject(), document.subject()), List.of(document));
            index.close();
            open();
            put(document);

            assertThat(find("供暖")).containsExactly(document.subject());
            assertThat(index.documents()).isEqualTo(1);
        }

        @Test
        void aSubjectWithoutDocumentsLeaves() {
            var document = put(document("供暖"));

            index.replace("order", List.of(document.subject()), List.of());
            index.refresh();

            assertThat(find("供暖")).isEmpty();
        }
    }
}

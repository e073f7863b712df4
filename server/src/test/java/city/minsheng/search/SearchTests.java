package city.minsheng.search;

import static org.assertj.core.api.Assertions.assertThat;

import city.minsheng.Browser;
import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.intake.Receiving;
import city.minsheng.workorder.Lists;
import city.minsheng.workorder.Replying;
import city.minsheng.workorder.Result;
import city.minsheng.workorder.View;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest("search")
@DisplayName("Searching the house")
class SearchTests {

    private final ApplicationContext house;
    private final Stage stage;
    private final Search search;
    private final Indexing indexing;
    private final Lists lists;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SearchTests(ApplicationContext house, Stage stage, Search search, Indexing indexing, Lists lists, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.house = house;
        this.stage = stage;
        this.search = search;
        this.indexing = indexing;
        this.lists = lists;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Words that no other test has used. */
    private static String unheard() {
        return new Random().ints(6, 0x4E00, 0x9FA5).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private Tale order(String body) {
        return order(body, false);
    }

    private Tale order(String body, boolean secret) {
        return new Tale(stage, Instant.now()).saying(body).received(new Receiving.From("孔乙己", "137" + new Random().nextInt(10_000_000, 99_999_999), secret), Level.GENERAL, Kind.COMPLAINT, null);
    }

    private static Replying.Reply reply(String answer) {
        return new Replying.Reply(null, null, Replying.Factual.TRUE, Result.RESOLVED, null, null, answer, null, null, null);
    }

    private Set<UUID> found(Question question, String who) {
        indexing.settle();
        var found = search.find(question.most(100), stage.who(who));
        var subjects = found.hits().stream().map(hit -> hit.document().subject()).collect(Collectors.toSet());
        assertThat(found.hits()).as("nothing twice").doesNotHaveDuplicates();
        return subjects;
    }

    private Set<UUID> found(String words) {
        return found(Question.of(words).kinds("order"), "agent01");
    }

    private static void until(java.util.function.BooleanSupplier done, Duration most) {
        var end = Instant.now().plus(most);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            Stage.sleep(20);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }

    @Test
    void findsAnOrderWithinTwoSecondsOfItsCommitWithoutBeingAsked() {
        var words = unheard();
        var tale = order("来电人说" + words + "已经三天");

        until(() -> search.find(Question.of(words), stage.who("agent01")).hits().stream().anyMatch(hit -> hit.document().subject().equals(tale.id())), Duration.ofSeconds(2));
    }

    @Test
    void findsTheAnswerAndTheReplyToo() {
        var words = unheard();
        var tale = order("路灯不亮").dispatched("reli").accepted().contacted().replied(reply("已换" + words + "灯泡，请放心使用。"));

        indexing.settle();
        var replies = search.find(Question.of(words).kinds("reply"), stage.who("agent01")).hits();

        assertThat(replies).hasSize(1);
        assertThat(replies.getFirst().document().subject()).isEqualTo(tale.id());
        assertThat(replies.getFirst().excerpt()).contains(Hit.BEGIN + words + Hit.END);
    }

    @Test
    void narrowsByWhatTheOrderIsNow() {
        var words = unheard();
        var tale = order(words);
        var registered = Question.of(words).facet(Facet.STATUS, "REGISTERED");
        assertThat(found(registered, "agent01")).containsExactly(tale.id());

        tale.dispatched("reli");

        assertThat(found(registered, "agent01")).isEmpty();
        assertThat(found(Question.of(words).facet(Facet.STATUS, "DISPATCHED").facet(Facet.DEPARTMENT, "reli").facet(Facet.AREA, "ncq").facet(Facet.CATEGORY, "0101"), "agent01"))
                .containsExactly(tale.id());
    }

    @Test
    void takesTheWordsApartWhereThePhraseStandsNowhere() {
        var tale = order("小区停车位被长期占用，物业管理处不处理");
        indexing.settle();

        var found = search.find(Question.of("停车位占用物业管理"), stage.who("agent01"));

        assertThat(found.count()).isZero();
        assertThat(found.byWords().count()).isPositive();
        assertThat(found.hits()).filteredOn(Hit::loosely).extracting(hit -> hit.document().subject()).contains(tale.id());
    }

    /** A question in the caller's words, and one in the hotline's. */
    @Test
    void putsWhatHasSomeOfTheWordsBehindWhatHasThePhrase() {
        var place = unheard();
        var phrase = order(place + "暖气不热，已经三天");
        var words = order(place + "地暖一个屋不热");
        order(place + "天气不好，路面结冰");
        indexing.settle();

        var found = search.find(Question.of(place + " 暖气不热").kinds("order"), stage.who("agent01"));

        assertThat(found.count()).as("exactly what has the phrase").isEqualTo(1);
        assertThat(found.hits().getFirst().document().subject()).isEqualTo(phrase.id());
        assertThat(found.hits().getFirst().loosely()).isFalse();
        assertThat(found.hits().get(1).document().subject()).isEqualTo(words.id());
        assertThat(found.hits().get(1).loosely()).isTrue();
        assertThat(found.hits().get(1).excerpt()).contains(Hit.BEGIN + "不热" + Hit.END);
        assertThat(found.byWords().words()).contains("暖气", "不热").doesNotContain("气不");
    }

    @Test
    void goesOnFromThePhraseToItsWordsWithoutLosingOrDoubling() {
        var place = unheard();
        var all = new HashSet<UUID>();
        for (int i = 0; i < 5; i++) {
            all.add(order(place + "水压太低" + i).id());
            all.add(order(place + "水管的压力太低" + i).id());
        }
        indexing.settle();
        var question = Question.of(place + " 水压太低").kinds("order").most(3);

        var seen = new ArrayList<UUID>();
        var loose = new ArrayList<Boolean>();
        for (int skip = 0; skip < 12; skip += 3) {
            var page = search.find(question.skip(skip), stage.who("agent01"));
            assertThat(page.count()).isEqualTo(5);
            page.hits().forEach(hit -> {
                seen.add(hit.document().subject());
                loose.add(hit.loosely());
            });
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(all);
        assertThat(loose).as("those with the phrase first").isSorted();
        assertThat(loose.subList(0, 6)).containsExactly(false, false, false, false, false, true);
    }

    @Test
    void countsWordsOnlyWhereThePhrasesEnd() {
        var place = unheard();
        for (int i = 0; i < 4; i++) {
            order(place + "路灯坏了" + i);
        }
        indexing.settle();
        var question = Question.of(place + " 路灯坏了").kinds("order");

        assertThat(search.find(question.most(3), stage.who("agent01")).byWords()).isNull();
        assertThat(search.find(question.most(4), stage.who("agent01")).byWords()).isNotNull();
    }

    @Test
    void showsByItsWordsNothingThatThePersonMayNotSee() {
        var place = unheard();
        order(place + "暖气不热").dispatched("reli");
        order(place + "地暖一个屋不热").dispatched("zjj");
        indexing.settle();

        var found = search.find(Question.of(place + " 暖气不热").kinds("order").most(100), stage.who("reli.banli"));

        assertThat(found.hits()).noneMatch(hit -> hit.document().texts().toString().contains(place + "地暖"));
    }

    @Test
    void findsWhatIsLikeATextInOtherWords() {
        var matter = unheard();
        var tale = order(matter + "广场夜里大声唱歌跳舞影响孩子写作业");
        order("锅炉房冒黑烟，味道刺鼻");
        indexing.settle();

        var alike = search.like("孩子写作业时" + matter + "广场有人跳舞，声音很大", Question.of("").kinds("order").most(5), stage.who("agent01")).hits();

        assertThat(alike.getFirst().document().subject()).isEqualTo(tale.id());
        assertThat(alike.getFirst().score()).isBetween(0.3, 1.0);
    }

    @Test
    void findsTemplatesAndArticlesOfTheCityAndShowsThemToStaffAlone() {
        indexing.settle();
        for (var kind : List.of("template", "article")) {
            var all = Question.of("").kinds(kind).between(Instant.EPOCH, null).most(100);

            assertThat(search.find(all, stage.who("reli.banli")).count()).as(kind).isPositive();
            assertThat(search.find(all, stage.who("requester")).count()).as(kind).isZero();
        }
    }

    @Nested
    class WhoFindsWhat {

        @Test
        void aDepartmentFindsItsOwnAndNothingThatItHasHandedBack() {
            var words = unheard();
            var own = order(words).dispatched("reli");
            var foreign = order(words).dispatched("zjj");
            var waiting = order(words);

            assertThat(found(Question.of(words), "reli.banli")).containsExactly(own.id());
            assertThat(found(Question.of(words), "zjj.banli")).containsExactly(foreign.id());
            assertThat(found(Question.of(words), "agent01")).contains(own.id(), foreign.id(), waiting.id());

            own.returned().reassigned("zjj");

            assertThat(found(Question.of(words), "reli.banli")).isEmpty();
            assertThat(found(Question.of(words), "zjj.banli")).containsExactlyInAnyOrder(own.id(), foreign.id());
        }

        @Test
        void nobodyFindsARequesterByNameOrNumberInTheIndex() {
            order(unheard(), true);
            order(unheard(), false);

            for (var words : List.of("孔乙己", "1370", "137", "kyj")) {
                assertThat(found(Question.of(words).kinds("order", "reply"), "agent01")).as(words).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"requester", "admin"})
        void whoSeesNoOrdersFindsNone(String who) {
            var words = unheard();
            order(words).dispatched("reli");

            assertThat(found(Question.of(words), who)).isEmpty();
            assertThat(search.like(words, Question.of("").kinds("order", "reply"), stage.who(who)).hits()).isEmpty();
        }

        @Test
        void aPersonWithoutARoleFindsNothing() {
            var words = unheard();
            order(words).dispatched("reli");
            indexing.settle();

            assertThat(search.find(Question.of(words), new Actor("x", "x", "x", Set.of(), "reli", List.of("reli"))).hits()).isEmpty();
        }

        /** For everybody of the city: what is found is exactly what the lists show and reading every text would find. */
        @Test
        void everyRoleFindsExactlyWhatItsListsShow() {
            var words = List.of(unheard(), unheard(), unheard());
            var random = new Random(7);
            var of = new ArrayList<List<UUID>>(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            for (int i = 0; i < 30; i++) {
                int which = random.nextInt(3);
                var tale = order("来电" + words.get(which) + "请处理", random.nextBoolean());
                of.get(which).add(tale.id());
                life(tale, random);
            }
            for (var who : List.of("agent01", "expert-rs01", "dispatcher01", "reviewer01", "followup01", "supervisor01", "analyst01", "admin",
                    "reli.banli", "reli.fuze", "zjj.banli", "reli-qiangxiu.banli", "requester")) {
                var visible = visible(who);
                for (int i = 0; i < 3; i++) {
                    var expected = new HashSet<>(of.get(i));
                    expected.retainAll(visible);
                    assertThat(found(Question.of(words.get(i)).kinds("order"), who)).as(who).isEqualTo(expected);
                }
            }
        }

        private void life(Tale tale, Random random) {
            int fate = random.nextInt(6);
            var first = random.nextBoolean() ? "reli" : "zjj";
            if (fate > 0) {
                tale.dispatched(first);
            }
            if (fate == 2) {
                tale.returned().reassigned(first.equals("zjj") ? "reli" : "zjj");
            }
            if (fate > 2) {
                tale.accepted();
            }
            if (fate > 4) {
                tale.contacted().replied(Result.RESOLVED);
            }
        }

        private Set<UUID> visible(String who) {
            var visible = new HashSet<UUID>();
            for (String cursor = null; ; ) {
                var page = lists.page(Lists.Filter.of(View.ALL), stage.who(who), cursor, 100);
                page.items().forEach(row -> visible.add(row.id()));
                cursor = page.next();
                if (cursor == null) {
                    return visible;
                }
            }
        }

        /** The index was told too late that an order has left: what is shown is held against the database once more. */
        @Test
        void whatHasJustBeenTakenAwayIsNotShownThoughTheIndexStillHasIt() {
            var words = unheard();
            var tale = order(words).dispatched("reli");
            assertThat(found(Question.of(words), "reli.banli")).containsExactly(tale.id());

            jdbc.sql("update assignment set department = 'zjj' where order_id = :id").param("id", tale.id()).update();

            assertThat(search.find(Question.of(words), stage.who("reli.banli")).hits()).isEmpty();
        }
    }

    @Nested
    class NothingIsLost {

        /** Both transactions hold their events while the other commits; the later id comes first. */
        @Test
        void whereTransactionsCommitOutOfOrder() throws InterruptedException {
            var words = unheard();
            var early = new java.util.concurrent.CountDownLatch(1);
            var late = new java.util.concurrent.CountDownLatch(1);
            var ids = new ArrayList<UUID>();
            var slow = Thread.ofPlatform().start(() -> transaction.executeWithoutResult(status -> {
                ids.add(order(words).id());
                early.countDown();
                try {
                    late.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
            early.await();
            for (int i = 0; i < 5; i++) {
                ids.add(order(words).id());
            }
            Stage.sleep(1500);
            late.countDown();
            slow.join();

            until(() -> search.find(Question.of(words).kinds("order").most(50), stage.who("agent01")).count() == 6, Duration.ofSeconds(20));
            assertThat(found(words)).containsExactlyInAnyOrderElementsOf(ids);
        }

        @Test
        void whereNothingIsCommittedNothingIsFound() {
            var words = unheard();
            transaction.executeWithoutResult(status -> {
                order(words);
                status.setRollbackOnly();
            });

            assertThat(found(words)).isEmpty();
        }

        @Test
        void whileTheIndexIsBuiltAnewAndEventsGoOn() throws InterruptedException {
            var words = unheard();
            var ids = new ArrayList<UUID>();
            var admin = new Browser(house).as("admin");
            for (int i = 0; i < 20; i++) {
                ids.add(order(words).id());
                if (i == 5) {
                    assertThat(admin.post("/api/admin/search/rebuild", "").status()).isEqualTo(202);
                }
                if (i == 12) {
                    until(() -> indexing.state().phase() == State.Phase.READY, Duration.ofSeconds(30));
                }
                Stage.sleep(40);
            }
            until(() -> indexing.state().phase() == State.Phase.READY, Duration.ofSeconds(30));

            assertThat(found(words)).containsExactlyInAnyOrderElementsOf(ids);
            long orders = jdbc.sql("select count(*) from work_order").query(Long.class).single();
            long replies = jdbc.sql("select count(*) from reply").query(Long.class).single();
            assertThat(search.find(Question.of("").kinds("order", "reply").between(Instant.EPOCH, null), stage.who("agent01")).count()).isEqualTo(orders + replies);
        }

        @Test
        void onlyAnAdministratorMayHaveItBuiltAnew() {
            assertThat(new Browser(house).as("agent01").post("/api/admin/search/rebuild", "").status()).isEqualTo(403);
            assertThat(new Browser(house).as("admin").get("/api/admin/search").json().path("documents").asLong()).isNotNegative();
        }
    }
}

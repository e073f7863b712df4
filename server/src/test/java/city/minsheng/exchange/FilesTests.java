package city.minsheng.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import city.minsheng.HouseTest;
import city.minsheng.Stage;
import city.minsheng.Tale;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Launch;
import city.minsheng.platform.Promise;
import city.minsheng.workorder.Action;
import city.minsheng.workorder.Outcome;
import city.minsheng.workorder.Reading;
import city.minsheng.workorder.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row here is invented. */
@HouseTest
@DisplayName("Files from outside")
class FilesTests {

    private final Importing importing;
    private final Replaying replaying;
    private final Reading reading;
    private final Stage stage;
    @TempDir
    Path folder;
    private String said = "";

    FilesTests(Importing importing, Replaying replaying, Reading reading, Stage stage) {
        this.importing = importing;
        this.replaying = replaying;
        this.reading = reading;
        this.stage = stage;
    }

    @AfterEach
    void everyPromiseHolds() {
        assertThat(stage.lies()).isEmpty();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve(UUID.randomUUID() + ".csv"), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private int saying(IntSupplier work) {
        var before = System.out;
        var heard = new ByteArrayOutputStream();
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            return work.getAsInt();
        } finally {
            System.setOut(before);
            said = heard.toString(StandardCharsets.UTF_8);
        }
    }

    private int imported(Path file) {
        return saying(() -> importing.run(List.of(file.toString())));
    }

    private int replayed(Path file) {
        return saying(() -> replaying.run(List.of(file.toString())));
    }

    private static String id() {
        return "t-" + UUID.randomUUID();
    }

    private long count(String table) {
        return stage.jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Nested
    class Imported {

        private static final String HEAD = "id,user,title,time,detail\n";

        @Test
        void rowsBecomeOrdersThatWaitForADispatcher() throws IOException {
            var one = id();
            var two = id();

            int code = imported(file(HEAD + one + ",u1,暖气不热,2025-03-03 09:15,\"家里暖气不热，只有\n十四度\"\n" + two + ",u2,路灯不亮,2025/3/4 8:05:30,\"他说\"\"不亮\"\"\"\n"));

            assertThat(said).contains("2 rows: 2 taken, 0 were there already, 0 cannot be taken");
            assertThat(code).isZero();
            var order = reading.get(reading.byExternalId("wenzheng", one).orElseThrow(), Actor.SYSTEM);
            assertThat(order.status()).isEqualTo(Status.REGISTERED);
            assertThat(order.body()).isEqualTo("家里暖气不热，只有\n十四度");
            assertThat(order.receivedAt()).isEqualTo(Tale.instant("2025-03-03T09:15"));
            assertThat(order.category()).isEqualTo("010102");
            assertThat(reading.get(reading.byExternalId("wenzheng", two).orElseThrow(), Actor.SYSTEM).body()).isEqualTo("他说\"不亮\"");
        }

        @Test
        void twiceChangesNothing() throws IOException {
            var text = HEAD + id() + ",u,停水了,2025-03-03 09:15,没水\n" + id() + ",u,停电了,2025-03-03 09:16,没电\n";
            imported(file(text));
            stage.delivered();
            var before = List.of(count("work_order"), count("work_order_step"), count("requester"), count("message"), count("outbox"));

            assertThat(imported(file(text))).isZero();

            assertThat(said).contains("2 rows: 0 taken, 2 were there already");
            stage.delivered();
            assertThat(List.of(count("work_order"), count("work_order_step"), count("requester"), count("message"), count("outbox"))).isEqualTo(before);
        }

        @Test
        void aMarkAtTheBeginningIsNoPartOfTheHead() throws IOException {
            assertThat(imported(file("\uFEFF" + HEAD + id() + ",u,标题,2025-03-03,内容\n"))).isZero();
            assertThat(said).contains("1 taken");
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiterString = "=>", quoteCharacter = '"', value = {
            "x1,u,标题,2025-03-03 => has 4 columns where the head has 5",
            "x2,u,标题,2025-03-03,内容,多 => has 6 columns where the head has 5",
            "x3,u,标题,昨天,内容 => time is no time: 昨天",
            "x4,u,标题,2025-02-30x,内容 => time is no time",
            ",u,标题,2025-03-03,内容 => id is empty",
            "x5,u,,2025-03-03, => title and detail are empty",
        })
        void aFaultIsNamedWithItsLineAndTheRestGoesIn(String row, String fault) throws IOException {
            var good = id();

            int code = imported(file(HEAD + id() + ",u,第一,2025-03-03,\"两行\n内容\"\n" + row + "\n" + good + ",u,最后,2025-03-03,内容\n"));

            assertThat(said).contains("line 4: ").contains(fault).contains("3 rows: 2 taken, 0 were there already, 1 cannot be taken");
            assertThat(code).isNotZero();
            assertThat(reading.byExternalId("wenzheng", good)).isPresent();
        }

        @Test
        void bytesThatAreNoUtf8AreNamed() throws IOException {
            var bytes = new ByteArrayOutputStream();
            bytes.writeBytes((HEAD + id() + ",u,好的,2025-03-03,内容\nbad,u,").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes("乱码".getBytes("GBK"));
            bytes.writeBytes(",2025-03-03,x\n".getBytes(StandardCharsets.UTF_8));

            assertThat(imported(file(bytes.toByteArray()))).isNotZero();

            assertThat(said).contains("line 3: title is not UTF-8", "1 taken");
            assertThat(reading.byExternalId("wenzheng", "bad")).isEmpty();
        }

        @Test
        void theSameIdTwiceIsNamedWithBothLines() throws IOException {
            var twice = id();

            imported(file(HEAD + twice + ",u,一,2025-03-03,甲\n" + twice + ",u,二,2025-03-03,乙\n"));

            assertThat(said).contains("line 3: id " + twice + " stands in line 2 already", "1 taken");
            assertThat(reading.get(reading.byExternalId("wenzheng", twice).orElseThrow(), Actor.SYSTEM).title()).isEqualTo("一");
        }

        @Test
        void aRowIsNoDuplicateOfOneThatCouldNotBeTaken() throws IOException {
            var twice = id();

            imported(file(HEAD + twice + ",u,一,没有时间,甲\n" + twice + ",u,二,2025-03-03,乙\n"));

            assertThat(said).contains("line 2: time is no time").doesNotContain("line 3");
            assertThat(reading.byExternalId("wenzheng", twice)).isPresent();
        }

        @Test
        void anEmptyLineDoesNotMoveTheCount() throws IOException {
            imported(file(HEAD + "\n\n" + id() + ",u,一,2025-03-03,甲\n\nshort,row\n"));

            assertThat(said).contains("line 6: has 2 columns");
        }

        @Test
        void aQuoteThatNeverEndsIsNamedWithItsLine() throws IOException {
            int code = imported(file(HEAD + id() + ",u,一,2025-03-03,甲\nx,u,二,2025-03-03,\"没有结束\nx2,u,三,2025-03-03,丙\n"));

            assertThat(code).isNotZero();
            assertThat(said).contains("line 3: ", "1 taken").doesNotContain("line -1");
        }

        @Test
        void aHeadWithoutAColumnIsRefusedInWords() throws IOException {
            var file = file("id,user,title,detail\nx,u,一,甲\n");

            assertThatExceptionOfType(Launch.UsageError.class).isThrownBy(() -> imported(file)).withMessageContaining("lacks the columns [time]").withMessageContaining("it has [id, user, title, detail]");
        }

        @Test
        void noFileAndAnEmptyFileAreRefusedInWords() throws IOException {
            var empty = file("");

            assertThatExceptionOfType(Launch.UsageError.class).isThrownBy(() -> imported(folder.resolve("nowhere.csv"))).withMessageContaining("There is no file");
            assertThatExceptionOfType(Launch.UsageError.class).isThrownBy(() -> imported(empty)).withMessageContaining("lacks the columns");
            assertThatExceptionOfType(Launch.UsageError.class).isThrownBy(() -> importing.run(List.of()));
        }

        @Test
        void aTextThatIsTooLongIsNamedAndTheRestGoesIn() throws IOException {
            imported(file(HEAD + id() + ",u,长,2025-03-03," + "长".repeat(10_001) + "\n" + id() + ",u,短,2025-03-03,短\n"));

            assertThat(said).contains("line 2: ", "1 taken");
        }
    }

    @Nested
    class Replayed {

        private static final String HEAD = "id,user,title,time,detail,reply,reply_time\n";

        @Test
        void everyRowLivesItsWholeLifeAtItsOwnTimes() throws IOException {
            var ids = List.of(id(), id(), id());

            int code = replayed(file(HEAD
                    + ids.get(0) + ",u1,暖气不热,2024-12-02 09:15,家里十四度,已上门维修。,2024-12-05 16:00\n"
                    + ids.get(1) + ",u1,路灯不亮,2024-02-09 22:00,南街路灯不亮,已更换。,2024-03-30 10:00\n" // late, over Spring Festival
                    + ids.get(2) + ",u2,谢谢,2025-01-01 00:00,感谢,谢谢来信。,2025-01-01 00:00\n")); // answered in the same minute

            assertThat(said).contains("3 rows: 3 played to the end, 0 were there already, 0 cannot be played");
            assertThat(code).isZero();
            for (var external : ids) {
                var view = reading.view(reading.byExternalId("people-cn", external).orElseThrow(), Actor.SYSTEM);
                assertThat(view.order().status()).isEqualTo(Status.CLOSED);
                assertThat(view.order().outcome()).isEqualTo(Outcome.UNRESOLVED); // nobody said that it was solved
                assertThat(view.rated().satisfied()).isNull();
                assertThat(view.steps()).extracting(step -> step.action()).containsExactly(Action.REGISTER, Action.DISPATCH, Action.ACCEPT, Action.RECORD_CONTACT,
                        Action.REPLY, Action.APPROVE, Action.FOLLOW_UP_ATTEMPT, Action.FOLLOW_UP_ATTEMPT, Action.FOLLOW_UP_ATTEMPT, Action.CLOSE);
                assertThat(view.steps()).extracting(step -> step.at()).isSorted();
            }
            var late = reading.view(reading.byExternalId("people-cn", ids.get(1)).orElseThrow(), Actor.SYSTEM);
            assertThat(late.steps().get(4).at()).isEqualTo(Tale.instant("2024-03-30T10:00"));
            assertThat(said).contains("1 replies late");
        }

        @Test
        void twiceChangesNothing() throws IOException {
            var text = HEAD + id() + ",u,停水,2025-03-03 09:15,没水,已恢复。,2025-03-04 09:15\n";
            replayed(file(text));
            stage.delivered();
            var before = List.of(count("work_order"), count("work_order_step"), count("message"));

            assertThat(replayed(file(text))).isZero();

            assertThat(said).contains("0 played to the end, 1 were there already");
            stage.delivered();
            assertThat(List.of(count("work_order"), count("work_order_step"), count("message"))).isEqualTo(before);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiterString = "=>", quoteCharacter = '"', value = {
            "y1,u,标题,2025-03-03,内容,答复,2025-03-01 => the reply is older than its message",
            "y2,u,标题,2025-03-03,内容,,2025-03-04 => reply is empty",
            "y3,u,标题,2025-03-03,内容,答复, => reply_time is no time",
            "y4,u,标题,2025-03-03,内容 => has 5 columns where the head has 7",
        })
        void aFaultIsNamedWithItsLineAndTheRestIsPlayed(String row, String fault) throws IOException {
            var good = id();

            int code = replayed(file(HEAD + row + "\n" + good + ",u,停电,2025-03-03,没电,已恢复。,2025-03-04\n"));

            assertThat(code).isNotZero();
            assertThat(said).contains("line 2: " + fault, "2 rows: 1 played to the end, 0 were there already, 1 cannot be played");
            assertThat(reading.view(reading.byExternalId("people-cn", good).orElseThrow(), Actor.SYSTEM).order().status()).isEqualTo(Status.CLOSED);
        }

        @Test
        void needsTheRepliesInTheHead() throws IOException {
            var file = file("id,user,title,time,detail\nx,u,一,2025-03-03,甲\n");

            assertThatExceptionOfType(Launch.UsageError.class).isThrownBy(() -> replayed(file)).withMessageContaining("[reply, reply_time]");
        }

        @Test
        void oneThatWasBrokenOffIsPlayedToItsEndTheNextTime() throws IOException {
            var external = id();
            var text = HEAD + external + ",u,停水,2025-03-03 09:15,没水,已恢复。,2025-03-04 09:15\n";
            // as if the program had been ended after the first step
            city.minsheng.platform.Time.at(Tale.instant("2025-03-03T09:15"), () -> stage.receiving.receive(new city.minsheng.intake.Receiving.Incoming("people-cn", external,
                    Tale.instant("2025-03-03T09:15"), city.minsheng.catalogue.Kind.COMPLAINT, "010202", city.minsheng.catalogue.Level.GENERAL, null, "", "停水", "没水",
                    new city.minsheng.intake.Receiving.From(null, null, false, "u"), null), Actor.SYSTEM, city.minsheng.directory.Role.SYSTEM));

            replayed(file(text));

            assertThat(reading.view(reading.byExternalId("people-cn", external).orElseThrow(), Actor.SYSTEM).order().status()).isEqualTo(Status.CLOSED);
        }
    }

    @Test
    void theCitysFolderIsTakenInAgainWithoutChangingWhatIsThere() {
        var before = List.of(count("department"), count("person"), count("category"), count("dispatch_clause"), count("limit_rule"), count("calendar_day"));

        assertThat(saying(() -> importing.run(List.of("../cities/dingzhou")))).isZero();

        assertThat(List.of(count("department"), count("person"), count("category"), count("dispatch_clause"), count("limit_rule"), count("calendar_day"))).isEqualTo(before);
        assertThat(stage.lies()).extracting(Promise.Lie::subject).isEmpty();
    }
}

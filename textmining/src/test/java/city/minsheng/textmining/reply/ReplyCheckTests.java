package city.minsheng.textmining.reply;

import static city.minsheng.textmining.reply.Mark.Kind.ID_NUMBER;
import static city.minsheng.textmining.reply.Mark.Kind.NOT_ANSWERED;
import static city.minsheng.textmining.reply.Mark.Kind.NO_BASIS;
import static city.minsheng.textmining.reply.Mark.Kind.ONLY_DEFERRAL;
import static city.minsheng.textmining.reply.Mark.Kind.PHONE;
import static city.minsheng.textmining.reply.Mark.Kind.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A reply")
class ReplyCheckTests {

    static final String REQUEST = "和顺小区三号楼的暖气不热，室温只有十五度。请问什么时候能修好？停暖的这几天取暖费能退吗？";
    static final String GOOD = "您好，热力公司已于1月8日到和顺小区三号楼检修，更换了堵塞的阀门，当天恢复供热。根据《供热用热办法》，停暖期间的取暖费按天退还，1月20日前退到缴费账户。";

    private static List<Mark.Kind> kinds(String reply) {
        return ReplyCheck.marks(REQUEST, reply).stream().map(Mark::kind).toList();
    }

    @Test
    void thatAnswersWhatWasAskedWithItsBasisHasNoMark() {
        assertThat(ReplyCheck.marks(REQUEST, GOOD)).isEmpty();
    }

    @Test
    void ofAFewWordsIsTooShort() {
        assertThat(kinds("已处理。")).contains(TOO_SHORT);
    }

    @Nested
    class ThatOnlyDefers {

        @Test
        void isMarkedWithThePhrase() {
            var marks = ReplyCheck.marks(REQUEST, "您好，您反映的问题已收悉，我们高度重视，已转交相关单位调查核实，将尽快处理，请您耐心等待，感谢您的支持。");

            assertThat(marks).extracting(Mark::kind).contains(ONLY_DEFERRAL);
            assertThat(marks.getFirst().words()).isEqualTo("高度重视");
        }

        @Test
        void isNotSaidOfOneThatTellsWhatWasDoneToo() {
            assertThat(kinds("已转交热力公司，工作人员1月8日到现场，已更换阀门，请您关注。")).doesNotContain(ONLY_DEFERRAL);
        }
    }

    @Nested
    class ThatLeavesSomethingOut {

        @Test
        void isMarkedWithThePartThatItDoesNotTouch() {
            var marks = ReplyCheck.marks(REQUEST, "您好，热力公司已于1月8日到和顺小区检修，更换了阀门，根据供热办法的规定恢复了供热，室温达到十九度。");

            assertThat(marks).containsExactly(new Mark(NOT_ANSWERED, "停暖的这几天取暖费能退吗?"));
        }

        @Test
        void isMarkedWhenItIsAskedForATimeAndNamesNone() {
            var marks = ReplyCheck.marks("请问和顺路什么时候通车？", "您好，和顺路的通车涉及征地拆迁，根据规划要求，需要先完成沿线的管线迁移工作。");

            assertThat(marks).containsExactly(new Mark(NOT_ANSWERED, "请问和顺路什么时候通车?"));
        }

        @Test
        void isNotMarkedWhereNothingWasAsked() {
            assertThat(ReplyCheck.marks("路灯坏了。", GOOD)).isEmpty();
        }
    }

    @Nested
    class WithoutABasis {

        @Test
        void isMarked() {
            assertThat(kinds("热力公司1月8日检修后暖气已经修好，停暖几天的取暖费不退，请您理解，谢谢您的来电。")).containsExactly(NO_BASIS);
        }

        @Test
        void isNotMarkedWhenItNamesADocumentAnArticleOrAContract() {
            for (var basis : List.of("根据《物业管理条例》", "政办发〔2025〕12号", "按照物业服务合同", "条例第十条")) {
                assertThat(kinds(GOOD.replace("根据《供热用热办法》", basis))).doesNotContain(NO_BASIS);
            }
        }
    }

    @Nested
    class WithANumberOfAPerson {

        @Test
        void isMarkedAndShowsOnlyAPartOfIt() {
            assertThat(ReplyCheck.marks(REQUEST, GOOD + "请联系13800001234。")).containsExactly(new Mark(PHONE, "138******34"));
            assertThat(ReplyCheck.marks(REQUEST, GOOD + "身份证号11010519491231002X。")).containsExactly(new Mark(ID_NUMBER, "110*************2X"));
        }

        @Test
        void isNotMarkedForTheNumberOfADocumentOrAnAmount() {
            assertThat(ReplyCheck.marks(REQUEST, GOOD + "共退还1234.50元，单号202601080001。")).isEmpty();
            assertThat(ReplyCheck.marks(REQUEST, GOOD + "请拨打12345。")).isEmpty();
        }
    }
}

package city.minsheng.textmining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Names of people in a text")
class PersonNamesTests {

    @ParameterizedTest
    @CsvSource({
        "我叫王小明，住在3号楼, 王小明", "物业经理张建国态度恶劣, 张建国", "村书记李卫东也不管, 李卫东", "老板刘德胜拖欠工资, 刘德胜", "邻居陈女士天天在楼下跳舞, 陈女士",
        "联系人：赵丽, 赵丽", "欧阳文华老师收补课费, 文华", "孙大爷病了没人管, 孙大爷",
    })
    void areShownByTheirFirstCharacterOnly(String text, String name) {
        assertThat(PersonNames.masked(text)).contains("**").doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource({"和平路的路灯不亮", "今年的取暖费还没有交", "黄河大道积水严重", "小区消防通道被私家车堵死", "万达广场停车难", "高速路口堵车"})
    void leavesPlacesAndThingsAlone(String text) {
        assertThat(PersonNames.masked(text)).isEqualTo(text);
    }

    @Test
    void keepEverythingAroundThem() {
        assertThat(PersonNames.masked("ＡＢ栋，我叫王小明，电话另告。")).isEqualTo("ＡＢ栋，我叫王**，电话另告。");
    }
}

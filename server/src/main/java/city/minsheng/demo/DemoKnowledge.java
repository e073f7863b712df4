package city.minsheng.demo;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Role;
import city.minsheng.knowledge.Agreeing;
import city.minsheng.knowledge.Corrections;
import city.minsheng.knowledge.Library;
import city.minsheng.knowledge.Signing;
import city.minsheng.knowledge.Text;
import city.minsheng.knowledge.Writing;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 演示知识: what agents doubted, departments mended, signed and let expire; by the use cases, at their own times. */
@Component
class DemoKnowledge {

    private final Corrections corrections;
    private final Writing writing;
    private final Signing signing;
    private final Agreeing agreeing;
    private final Library library;
    private final CitySettings city;

    DemoKnowledge(Corrections corrections, Writing writing, Signing signing, Agreeing agreeing, Library library, CitySettings city) {
        this.corrections = corrections;
        this.writing = writing;
        this.signing = signing;
        this.agreeing = agreeing;
        this.library = library;
        this.city = city;
    }

    void play(Instant now, Cast cast) {
        expired(now, cast);
        mended(now, cast);
        waiting(now, cast);
        doubts(now, cast);
        templates(now, cast);
    }

    /** An answer of last winter: gone from the desk at its hour, and still owed by its owner. */
    private void expired(Instant now, Cast cast) {
        var begun = now.minus(Duration.ofDays(60));
        var text = new Text("本采暖季延长供暖到哪天？", List.of("延长供暖几天", "什么时候真正停暖"), "本采暖季因气温偏低延长供暖，停暖日期以市政府公告为准，延长期不另收费。",
                "《定州市供热用户服务指南（示例）》", "定热示〔2026〕7号", "", "", "", "", "reli", "010101", null, "集中供热用户", true, null, today(now).plusDays(90), now.minus(Duration.ofDays(2)));
        var code = Time.at(begun, () -> writing.begin(text, Writing.Origin.DESK, handler(cast, "reli")));
        submit(code, begun, handler(cast, "reli"));
        publish(code, begun.plus(Duration.ofHours(5)), head(cast, "reli"));
    }

    /** What an agent heard became the next version: two to compare. */
    private void mended(Instant now, Cast cast) {
        var heard = now.minus(Duration.ofDays(5));
        var doubt = Time.at(heard, () -> corrections.raise("K0104", 1, new Corrections.Doubt("来电人说云溪路营业厅周日不开门，白跑一趟。", null), cast.the(Role.AGENT)));
        var handler = handler(cast, "reli");
        Time.at(heard.plus(Duration.ofHours(20)), () -> corrections.take(doubt.id(), "情况属实，补充周末安排。", handler));
        write("K0104", heard.plus(Duration.ofHours(21)), handler, "采暖期周一至周六8:00—20:00，周日可用公众号缴费；其余时间工作日8:30—17:30",
                "可以。关注“定州热力”微信公众号，绑定户号后即可缴费；也可在银行代收网点、热力公司营业厅缴纳，营业厅周日不办理。热费按建筑面积计收，单价执行价格主管部门公布的现行标准，缴费时页面会显示应交金额。每年11月15日前交清不产生违约金。");
        submit("K0104", heard.plus(Duration.ofHours(22)), handler);
        publish("K0104", heard.plus(Duration.ofHours(30)), head(cast, "reli"));
    }

    /** Revised by an expert seat and by a department: one waits for its head, one is still a draft. */
    private void waiting(Instant now, Cast cast) {
        var handler = handler(cast, "reli");
        var revised = now.minus(Duration.ofHours(26));
        revise("K0103", revised, "补充放气步骤的安全提醒", handler);
        write("K0103", revised.plus(Duration.ofMinutes(20)), handler, null, "先关小阀门，再用放气钥匙缓慢拧开放气阀，见水即关，下面接水盆，防止烫伤。放气后仍半边不热的，请报修，维修人员上门检查管路和过滤网。");
        submit("K0103", revised.plus(Duration.ofMinutes(30)), handler);
        revise("K0417", now.minus(Duration.ofHours(3)), "来电多次问到认筹金，准备补充", cast.the(Role.EXPERT));
    }

    private void doubts(Instant now, Cast cast) {
        doubt("K1001", now.minus(Duration.ofHours(26)), "来电人说体检照片现在能直接在医院上传，不用再去照相馆。", cast);
        doubt("K0805", now.minus(Duration.ofHours(4)), "县医院说起付线今年调过，和这里写的不一样。", cast);
        var declined = doubt("K1109", now.minus(Duration.ofDays(6)), "来电人说居住证当天就能拿。", cast);
        Time.at(now.minus(Duration.ofDays(5)), () -> corrections.decline(declined.id(), "当天只出受理凭证，证件仍按15日制发，原文不改。", handler(cast, "gaj")));
    }

    private Corrections.Correction doubt(String code, Instant at, String words, Cast cast) {
        return Time.at(at, () -> corrections.raise(code, 1, new Corrections.Doubt(words, null), cast.the(Role.AGENT)));
    }

    /** One text waits for its department; one would move to another, and both must sign. */
    private void templates(Instant now, Cast cast) {
        Time.at(now.minus(Duration.ofHours(30)), () -> agreeing.wish(new Agreeing.Wish("t03", "010104", "取暖费缴纳方式",
                "您好，取暖费可通过热力公司微信公众号、银行代收网点或营业厅缴纳（营业厅周日不办理），缴费时请提供户号［户号］或房屋地址。收费标准执行价格主管部门公布的现行文件，按建筑面积计收。",
                "热力公司服务承诺（示例）", "reli", false, "营业厅时间有变"), handler(cast, "reli")));
        Time.at(now.minus(Duration.ofHours(7)), () -> agreeing.wish(new Agreeing.Wish("t06", "010205", "水费异议与水表校验",
                "您好，对水费有疑问的，请先关闭家中所有用水点观察水表是否走字。仍有异议的，可申请检定水表，检定确认超差的，按规定退补水费并更换水表。户号请提供：［户号］。",
                "水表检定规程（示例）", "scjg", false, "水表检定由市场监管部门负责"), cast.the(Role.DISPATCHER)));
    }

    private void revise(String code, Instant at, String why, Actor who) {
        done(at, () -> writing.revise(code, null, why, who));
    }

    private void write(String code, Instant at, Actor who, @Nullable String hours, String answer) {
        done(at, () -> {
            var shown = library.show(code, who);
            var old = Objects.requireNonNull(shown.draft()).text();
            var text = new Text(old.question(), old.asked(), answer, old.basis(), old.document(), old.steps(), old.materials(), old.places(),
                    hours == null ? old.hours() : hours, old.owner(), old.category(), old.area(), old.audience(), old.open(), null, today(at).plusDays(200), old.expiresAt());
            writing.write(code, shown.revision(), text, who);
        });
    }

    private void submit(String code, Instant at, Actor who) {
        done(at, () -> writing.submit(code, library.show(code, who).revision(), who));
    }

    private void publish(String code, Instant at, Actor head) {
        done(at, () -> signing.publish(code, library.show(code, head).revision(), head));
    }

    private static void done(Instant at, Runnable work) {
        Time.at(at, () -> {
            work.run();
            return true;
        });
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, city.zone());
    }

    private static Actor handler(Cast cast, String department) {
        return Objects.requireNonNull(cast.handlers().get(department), department);
    }

    private static Actor head(Cast cast, String department) {
        return cast.hall().get(Role.HEAD).stream().filter(each -> department.equals(each.department())).findFirst().orElseThrow();
    }
}

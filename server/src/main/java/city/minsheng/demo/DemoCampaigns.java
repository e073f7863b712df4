package city.minsheng.demo;

import city.minsheng.campaign.Campaign;
import city.minsheng.campaign.Concluding;
import city.minsheng.campaign.Initiating;
import city.minsheng.campaign.Listing;
import city.minsheng.campaign.Organising;
import city.minsheng.campaign.Photos;
import city.minsheng.campaign.Sweeping;
import city.minsheng.campaign.Task;
import city.minsheng.campaign.Tasks;
import city.minsheng.campaign.Topic;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Area;
import city.minsheng.directory.Cast;
import city.minsheng.directory.Departments;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Time;
import city.minsheng.workorder.Answering;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** 演示: one campaign that is over and one that runs, with the calls that they came from; by the use cases, at their own times. */
@Component
class DemoCampaigns {

    private record Told(String title, String category, List<String> words, String said, String demand, String script, String reason) {}

    private static final Told LANES = new Told("居民小区消防通道综合治理", "0801", List.of("消防通道", "应急通道"), "消防通道被私家车堵死，消防车进不来，多次反映没人管。",
            "清理占用、堵塞消防通道的车辆和地桩，施划标线，落实物业日常巡查。", "全市正在集中治理小区消防通道，您反映的小区已列入排查，结果会向您反馈。", "多个小区群众反映消防通道、应急通道被占用，夜间尤其突出。");
    private static final Told LAMPS = new Told("小区消防设施完好排查", "080102", List.of("消火栓", "应急灯"), "楼道消火栓没水，应急灯也不亮，担心出事。",
            "逐楼检查消火栓、应急灯、灭火器，损坏的限期修复。", "正在对全市小区消防设施逐一排查，您反映的点位会优先检查。", "入冬以来消火栓无水、应急灯损坏的反映增多。");
    private final Receiving receiving;
    private final Initiating initiating;
    private final Organising organising;
    private final Listing listing;
    private final Sweeping sweeping;
    private final Photos photos;
    private final Concluding concluding;
    private final Tasks tasks;
    private final Departments departments;
    private final CitySettings city;

    DemoCampaigns(Receiving receiving, Initiating initiating, Organising organising, Listing listing, Sweeping sweeping, Photos photos, Concluding concluding,
            Tasks tasks, Departments departments, CitySettings city) {
        this.receiving = receiving;
        this.initiating = initiating;
        this.organising = organising;
        this.listing = listing;
        this.sweeping = sweeping;
        this.photos = photos;
        this.concluding = concluding;
        this.tasks = tasks;
        this.departments = departments;
        this.city = city;
    }

    /** Only in a city that has places, and the departments that the sample has. */
    void play(Instant now, Cast cast) {
        var estates = departments.areas().values().stream().filter(area -> area.code().startsWith("estate-") && cast.handlers().containsKey(area.parent())).limit(24).toList();
        if (estates.size() >= 8 && List.of("xfdd", "zjj", "gaj", "yjglj").stream().allMatch(cast.handlers()::containsKey)) {
            over(now, estates, cast);
            running(now, estates, cast);
        }
    }

    private void over(Instant now, List<Area> estates, Cast cast) {
        var swept = estates.subList(0, estates.size() - 6);
        var others = estates.subList(estates.size() - 6, estates.size());
        calls("lane", LANES, swept, 90, now, 98, 71, cast);
        calls("lane-others", LANES, others, 14, now, 98, 71, cast);
        var campaign = started(LANES, estates, now, 70, cast);
        places(campaign, others).forEach(task -> at(now, 66, () -> sweeping.drop(task.id(), "近期整体改造，暂不排查", cast.the(Role.ANALYST))));
        sweep(campaign, places(campaign, swept), now, 65, cast);
        at(now, 41, () -> organising.finish(campaign.id(), cast.the(Role.ANALYST)));
        calls("lane-after", LANES, swept, 5, now, 40, 12, cast);
        calls("lane-others-after", LANES, others, 12, now, 40, 12, cast);
        at(now, 9, () -> concluding.close(campaign.id(), "排查整治后，已排查小区的来电明显下降；其余小区列入改造计划。", null, cast.the(Role.ANALYST)));
    }

    private void running(Instant now, List<Area> estates, Cast cast) {
        calls("lamp", LAMPS, estates, 18, now, 24, 9, cast);
        var campaign = started(LAMPS, estates, now, 8, cast);
        sweep(campaign, places(campaign, IntStream.range(0, estates.size()).filter(i -> i % 2 == 0).mapToObj(estates::get).toList()), now, 6, cast);
    }

    private Campaign started(Told told, List<Area> estates, Instant now, int back, Cast cast) {
        var analyst = cast.the(Role.ANALYST);
        var proposed = at(now, back, () -> initiating.propose(new Initiating.Proposal(told.title(), new Topic(told.category(), "", told.words(), day(now, back + 28), day(now, back)), null,
                List.of(), told.reason(), day(now, back)), analyst));
        at(now, back, () -> initiating.approve(proposed.id(), "同意，请抓紧组织。", cast.the(Role.SUPERVISOR)));
        at(now, back, () -> organising.plan(proposed.id(), new Organising.Wish("xfdd", List.of("yjglj", "gaj", "zjj"), day(now, back - 30), told.demand(), told.script(), day(now, back)), analyst));
        at(now, back, () -> listing.take(proposed.id(), estates.stream().map(estate -> estate.name() + "," + estate.code() + "," + estate.parent())
                .collect(Collectors.joining("\n", "place,area,department\n", "\n")), analyst));
        return at(now, back, () -> organising.start(proposed.id(), analyst));
    }

    /** Every third has something, of these one in four cannot be mended now. */
    private void sweep(Campaign campaign, List<Task> some, Instant now, int back, Cast cast) {
        for (int i = 0; i < some.size(); i++) {
            var id = some.get(i).id();
            var handler = cast.handlers().get(some.get(i).department());
            if (i % 3 != 0) {
                at(now, back, () -> sweeping.clear(id, null, handler));
                continue;
            }
            at(now, back, () -> sweeping.find(id, "发现问题两处，已现场拍照", handler));
            if (i % 12 == 9) {
                at(now, back - 2, () -> sweeping.leave(id, "须整体改造，列入明年计划", handler));
            } else {
                at(now, back - 2, () -> photos.add(id, "现场.png", photo(), handler));
                at(now, back - 2, () -> sweeping.fix(id, "已整改到位，物业签收", handler));
            }
        }
    }

    private List<Task> places(Campaign campaign, List<Area> estates) {
        var names = estates.stream().map(Area::name).toList();
        return tasks.of(campaign.id(), Actor.SYSTEM).stream().filter(task -> names.contains(task.place())).toList();
    }

    private void calls(String id, Told told, List<Area> estates, int count, Instant now, int from, int to, Cast cast) {
        var agents = new ArrayList<>(cast.hall().get(Role.AGENT));
        for (int i = 0; i < count; i++) {
            var estate = estates.get(i * 5 % estates.size());
            var agent = agents.get(i % agents.size());
            int n = i;
            var when = now.minus(Duration.ofDays(to)).minus(Duration.ofHours((from - to) * 24L * i / count));
            Time.at(when, () -> receiving.receive(new Receiving.Incoming("hotline", "demo-campaign-" + id + "-" + day(now, 0) + "-" + n, when, Kind.COMPLAINT, category(told),
                    Level.GENERAL, estate.code(), estate.name() + (1 + n % 9) + "号楼", null, estate.name() + told.said(),
                    new Receiving.From("王先生", "199%08d".formatted(30_000 + Math.floorMod(id.hashCode(), 1000) * 50 + n), false), answered()), agent, Role.AGENT));
        }
    }

    private static String category(Told told) {
        return told.category().length() == 4 ? told.category() + "01" : told.category();
    }

    private static Receiving.First answered() {
        return new Receiving.First(new Answering.Answer("已记录并转相关单位排查，感谢您的反映。", null), null, null, null, null, null);
    }

    private <T> T at(Instant now, int back, Supplier<T> work) {
        return Time.at(now.minus(Duration.ofDays(back)), work);
    }

    private LocalDate day(Instant now, int back) {
        return LocalDate.ofInstant(now, city.zone()).minusDays(back);
    }

    private static byte[] photo() {
        try (var out = new ByteArrayOutputStream()) {
            var picture = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
            var paint = picture.createGraphics();
            paint.setColor(new Color(0x8FA3B8));
            paint.fillRect(0, 0, 320, 240);
            paint.setColor(new Color(0x595F69));
            paint.fillRect(0, 150, 320, 90);
            paint.setColor(Color.YELLOW);
            paint.drawLine(100, 240, 150, 150);
            paint.drawLine(220, 240, 170, 150);
            paint.dispose();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.Kind;
import city.minsheng.directory.Department;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 回避: who is complained of does not look into the complaint unless somebody has thought about it and said why. That a
 * department is named is not enough, for it mostly is the one that can help: what it did must be complained of.
 */
@Component
public class Avoiding {

    private static final Set<Kind> AGAINST = Set.of(Kind.COMPLAINT, Kind.REPORT);
    private static final Pattern CONDUCT = Pattern.compile("态度|推诿|推脱|踢皮球|不作为|慢作为|乱作为|乱收费|乱罚款|刁难|吃拿卡要|徇私|包庇|索要|受贿|辱骂|骂人|打人|渎职|失职|敷衍|粗暴|违规执法");
    private static final int SHORTEST = 3;
    private final Contents contents;
    private final Departments departments;

    Avoiding(Contents contents, Departments departments) {
        this.contents = contents;
        this.departments = departments;
    }

    /** @param note why it should be this one all the same */
    public void check(UUID order, @Nullable String department, @Nullable String note) {
        var content = contents.of(List.of(order)).get(order);
        if (content != null) {
            check(content.kind(), content.title() + content.body(), department, note);
        }
    }

    public void check(@Nullable Kind kind, String text, @Nullable String department, @Nullable String note) {
        var handler = departments.find(department);
        if ((note == null || note.isBlank()) && handler.isPresent() && complained(kind, text, handler.get())) {
            throw new Refusal("avoidance", handler.get().name());
        }
    }

    /** The department itself, or a part of it. */
    private boolean complained(@Nullable Kind kind, String text, Department handler) {
        return kind != null && AGAINST.contains(kind) && CONDUCT.matcher(text).find()
                && departments.scopeOf(handler.code()).stream().map(departments::find).flatMap(Optional::stream).anyMatch(each -> isNamed(text, each));
    }

    private static boolean isNamed(String text, Department department) {
        return text.contains(department.name()) || department.shortName().length() >= SHORTEST && text.contains(department.shortName());
    }
}

package city.minsheng.workorder;

import city.minsheng.catalogue.Catalogue;
import city.minsheng.catalogue.Calendars;
import city.minsheng.catalogue.ClockKind;
import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Departments;
import city.minsheng.platform.Invalid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 更正 what was written down, field by field, with a reason; and 备注. */
@Service
public class Correcting {

    /** Null: as it is. */
    public record Correction(@Nullable Kind kind, @Nullable String category, @Nullable Level level, @Nullable String area,
            @Nullable String address, @Nullable String title, @Nullable Boolean confidential, String reason) {}

    public record Note(String text) {}

    private static final Set<ClockKind> BY_LEVEL = Set.of(ClockKind.DISPATCH, ClockKind.ACCEPT, ClockKind.CONTACT, ClockKind.HANDLE);
    private final Acts acts;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Departments departments;

    Correcting(Acts acts, Catalogue catalogue, Calendars calendars, Departments departments) {
        this.acts = acts;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.departments = departments;
    }

    @Transactional
    public WorkOrder correct(On on, Correction correction) {
        new Invalid.Check().given(correction.reason(), "/reason").atMost(correction.reason(), 500, "/reason")
                .atMost(correction.title(), 120, "/title").atMost(correction.address(), 200, "/address")
                .that(correction.category() == null || catalogue.category(correction.category()).isPresent(), "/category", "unknown-category")
                .that(correction.area() == null || departments.area(correction.area()).isPresent(), "/area", "unknown-area").done();
        return acts.act(on, Action.CORRECT, act -> {
            act.because(correction.reason());
            put(act, Fact.KIND, correction.kind());
            put(act, Fact.CATEGORY, correction.category());
            put(act, Fact.LEVEL, correction.level());
            put(act, Fact.AREA, correction.area());
            put(act, Fact.ADDRESS, correction.address());
            put(act, Fact.TITLE, correction.title());
            put(act, Fact.CONFIDENTIAL, correction.confidential());
            if (act.after().level() != act.before().level()) {
                newLimits(act);
            }
        });
    }

    /** Another level has other limits; they count from when each clock started. */
    private void newLimits(Act act) {
        for (var clock : List.copyOf(act.running())) {
            if (BY_LEVEL.contains(clock.kind())) {
                var limit = catalogue.limit(clock.kind(), act.after().level(), act.after().kind());
                act.shift(clock, calendars.calendar().due(clock.startedAt(), limit).dueAt());
            }
        }
    }

    private static void put(Act act, Fact fact, @Nullable Object value) {
        if (value != null) {
            act.set(fact, value);
        }
    }

    @Transactional
    public WorkOrder note(On on, Note note) {
        new Invalid.Check().given(note.text(), "/text").atMost(note.text(), 2000, "/text").done();
        return acts.act(on, Action.NOTE, act -> act.because(note.text()));
    }
}

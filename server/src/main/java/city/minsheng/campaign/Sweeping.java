package city.minsheng.campaign;

import city.minsheng.catalogue.DueDate;
import city.minsheng.catalogue.Limit;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Departments;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 排查整治: what departments find, mend and leave over, place by place; and what those who lead say to it. */
@Service
public class Sweeping {

    private static final int NOTE = 1000;
    private final Moves moves;
    private final Tasks tasks;
    private final Photos photos;
    private final Departments departments;
    private final CitySettings city;

    Sweeping(Moves moves, Tasks tasks, Photos photos, Departments departments, CitySettings city) {
        this.moves = moves;
        this.tasks = tasks;
        this.photos = photos;
        this.departments = departments;
        this.city = city;
    }

    @Transactional
    public Task find(UUID id, @Nullable String what, Actor actor) {
        return move(id, TaskAction.FIND, what, true, actor);
    }

    @Transactional
    public Task clear(UUID id, @Nullable String note, Actor actor) {
        return move(id, TaskAction.CLEAR, note, false, actor);
    }

    /** 已整改: not without a photo of it. */
    @Transactional
    public Task fix(UUID id, @Nullable String how, Actor actor) {
        if (photos.of(List.of(tasks.get(id, actor).id())).isEmpty()) {
            throw new Refusal("photo-missing");
        }
        return move(id, TaskAction.FIX, how, true, actor);
    }

    @Transactional
    public Task leave(UUID id, @Nullable String why, Actor actor) {
        return move(id, TaskAction.LEAVE, why, true, actor);
    }

    /** 退回: the settled place is open again, with a clock of its own. */
    @Transactional
    public Task sendBack(UUID id, @Nullable String why, Actor actor) {
        var action = tasks.get(id, actor).status() == TaskStatus.CLEAR ? TaskAction.LOOK_AGAIN : TaskAction.REDO;
        return move(id, action, why, true, actor);
    }

    @Transactional
    public Task drop(UUID id, @Nullable String why, Actor actor) {
        return move(id, TaskAction.DROP, why, true, actor);
    }

    private Task move(UUID id, TaskAction action, @Nullable String note, boolean needed, Actor actor) {
        var check = new Invalid.Check().atMost(note, NOTE, "/note");
        (needed ? check.given(note, "/note") : check).done();
        var said = note == null ? "" : note.strip();
        return shown(moves.act(id, action, actor, on -> {
            tasks.moved(id, on.to(), said, on.to().isOpen() ? moves.due(on.to(), on.now()) : null, on.now());
            return said;
        }));
    }

    /** 延期: a later day, with its reason; due at the close of work. */
    @Transactional
    public Task extend(UUID id, @Nullable LocalDate until, @Nullable String why, Actor actor) {
        new Invalid.Check().given(until, "/until").given(why, "/note").atMost(why, NOTE, "/note").done();
        return shown(moves.act(id, TaskAction.EXTEND, actor, on -> {
            var task = on.task();
            var due = until.atTime(city.workEnd()).atZone(city.zone()).toInstant();
            new Invalid.Check().that(task.dueAt() != null && due.isAfter(task.dueAt()) && due.isAfter(on.now()), "/until", "later-than-now").done();
            var before = task.how() == null ? moves.due(task.status(), on.now()) : task.how();
            tasks.moved(id, task.status(), task.note(), new DueDate(due, new Limit(before.limit().amount(), before.limit().unit(), why.strip()), before.restDays(),
                    before.holidays(), before.makeUpDays(), before.unannounced()), on.now());
            return until + " · " + why.strip();
        }));
    }

    /** 改派. The clock runs on: nobody wins time by handing a place on. */
    @Transactional
    public Task reassign(UUID id, @Nullable String department, @Nullable String why, Actor actor) {
        new Invalid.Check().given(department, "/department").that(departments.find(department).isPresent(), "/department", "unknown-department")
                .given(why, "/note").atMost(why, NOTE, "/note").done();
        return shown(moves.act(id, TaskAction.REASSIGN, actor, on -> {
            tasks.reassigned(id, department);
            return departments.nameOf(department) + " · " + why.strip();
        }));
    }

    private Task shown(Task task) {
        return photos.shown(List.of(task)).getFirst();
    }
}

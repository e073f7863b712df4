package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.textmining.reply.Mark;
import city.minsheng.textmining.reply.ReplyCheck;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 答复检查: what a reader would object to, told to the writer before the reply is sent. It forbids nothing. */
@Component
public class Checking {

    private static final int LONGEST = 8_000;
    private final WorkOrders orders;

    Checking(WorkOrders orders) {
        this.orders = orders;
    }

    public List<Mark> marks(UUID id, @Nullable String answer, Actor actor) {
        var order = orders.get(id, actor);
        if (answer == null || answer.isBlank()) {
            return List.of();
        }
        return ReplyCheck.marks(Decided.said(order.title(), order.body()), answer.substring(0, Math.min(LONGEST, answer.length())));
    }
}

package city.minsheng.workorder;

import city.minsheng.directory.Actor;
import city.minsheng.platform.NotYours;
import city.minsheng.requester.Contact;
import city.minsheng.requester.Revealing;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** 查看号码 from an order: only for those who may see the order and its requester. */
@Service
public class Showing {

    private final WorkOrders orders;
    private final Veils veils;
    private final Revealing revealing;

    Showing(WorkOrders orders, Veils veils, Revealing revealing) {
        this.orders = orders;
        this.veils = veils;
        this.revealing = revealing;
    }

    public Contact contact(UUID id, String reason, Actor actor) {
        var order = orders.get(id, actor);
        if (veils.of(order, actor) != null) {
            throw new NotYours("confidential");
        }
        return revealing.reveal(order.requester(), id, reason, actor);
    }
}

package city.minsheng.desk;

import city.minsheng.campaign.Campaign;
import city.minsheng.campaign.Organising;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.platform.NotYours;
import city.minsheng.supervision.Issuing;
import city.minsheng.supervision.Rung;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Joins campaigns and supervision: a card 督办卡 for a campaign's departments. Neither room knows of the other. */
@Service
public class CampaignCards {

    /** @param departments to whom it goes; one card to all of them */
    public record Wish(String title, String cause, String demand, Instant dueAt, List<String> departments) {}

    private final Organising organising;
    private final Issuing issuing;

    CampaignCards(Organising organising, Issuing issuing) {
        this.organising = organising;
        this.issuing = issuing;
    }

    @Transactional
    public Campaign issue(UUID campaign, Wish wish, Actor actor) {
        if (!actor.is(Role.SUPERVISOR)) {
            throw new NotYours("wrong-role-here");
        }
        var card = issuing.issue(new Issuing.Draft(Rung.CARD, wish.title(), wish.cause(), wish.demand(), wish.dueAt(), wish.departments(), List.of()), actor);
        return organising.carded(campaign, card.id(), card.number(), actor);
    }
}

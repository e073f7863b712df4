package city.minsheng.desk.web;

import city.minsheng.campaign.Campaign;
import city.minsheng.desk.CampaignCards;
import city.minsheng.directory.Actor;
import city.minsheng.platform.Idempotency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A supervision card for a campaign. */
@RestController
class CampaignCardController {

    private final CampaignCards cards;
    private final Idempotency idempotency;

    CampaignCardController(CampaignCards cards, Idempotency idempotency) {
        this.cards = cards;
        this.idempotency = idempotency;
    }

    @PostMapping("/api/desk/campaigns/{id}/card")
    Campaign issue(@PathVariable UUID id, @RequestBody CampaignCards.Wish wish, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @AuthenticationPrincipal Actor actor) {
        return idempotency.once(key, actor.username(), id + " " + wish, Campaign.class, () -> cards.issue(id, wish, actor));
    }
}

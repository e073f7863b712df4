package city.minsheng.supervision;

import city.minsheng.platform.CityFolder;
import org.springframework.stereotype.Component;

/** The city's rules for the ladder, from its folder. A city without the file gets no proposals. */
@Component
class CityLadder {

    private final Ladder ladder;

    CityLadder(CityFolder folder) {
        this.ladder = new Ladder(!folder.has("ladder.csv") ? java.util.List.of() : folder.rows("ladder.csv").stream()
                .map(row -> new Ladder.Rule(Rung.valueOf(row.get("rung")), Signal.valueOf(row.get("signal")), Integer.parseInt(row.get("from")))).toList());
    }

    Ladder ladder() {
        return ladder;
    }
}

package city.minsheng.exchange;

import city.minsheng.catalogue.Kind;
import city.minsheng.catalogue.Level;
import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.intake.Receiving;
import city.minsheng.platform.CityLoading;
import city.minsheng.platform.CitySettings;
import city.minsheng.platform.Command;
import city.minsheng.platform.Invalid;
import city.minsheng.platform.Launch;
import city.minsheng.platform.Words;
import city.minsheng.workorder.AlreadyThere;
import city.minsheng.workorder.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** {@code run import}: a file of requests that came by the web, or a city's folder. */
@Component
class Importing implements Command {

    private static final String CHANNEL = "wenzheng";
    private final Receiving receiving;
    private final Reading reading;
    private final Placing placing;
    private final CityLoading loading;
    private final CitySettings city;
    private final Words words;

    Importing(Receiving receiving, Reading reading, Placing placing, CityLoading loading, CitySettings city, Words words) {
        this.receiving = receiving;
        this.reading = reading;
        this.placing = placing;
        this.loading = loading;
        this.city = city;
        this.words = words;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Launch.UsageError("run import needs one file or folder.");
        }
        var path = Path.of(arguments.getFirst());
        if (Files.isDirectory(path)) {
            loading.loadAgain(path).forEach(what -> System.out.println("  " + what));
            return 0;
        }
        return messages(MessageFile.read(path, false, city.zone()));
    }

    private int messages(MessageFile file) {
        var faults = new java.util.ArrayList<>(file.faults());
        int there = 0;
        int taken = 0;
        for (var message : file.messages()) {
            try {
                if (reading.byExternalId(CHANNEL, message.id()).isPresent()) {
                    there++;
                } else {
                    take(message);
                    taken++;
                }
            } catch (DuplicateKeyException | AlreadyThere meanwhile) {
                there++;
            } catch (Invalid invalid) {
                faults.add(RowFault.of(message.line(), invalid, words));
            }
        }
        faults.forEach(fault -> System.out.printf("  line %d: %s%n", fault.line(), fault.why()));
        System.out.printf("%,d rows: %,d taken, %,d were there already, %,d cannot be taken%n", file.messages().size() + file.faults().size(), taken, there, faults.size());
        return faults.isEmpty() ? 0 : 3;
    }

    private void take(MessageFile.Message message) {
        var text = message.title() + " " + message.detail();
        receiving.receive(new Receiving.Incoming(CHANNEL, message.id(), message.at(), Kind.COMPLAINT, placing.category(text), Level.GENERAL, null, "",
                message.title(), message.detail(), new Receiving.From(null, null, false, message.user()), null), Actor.SYSTEM, Role.SYSTEM);
    }
}

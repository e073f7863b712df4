package city.minsheng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON object at the end. */
final class Figures {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final double load;

    Figures(String bench) throws IOException {
        figures.put("bench", '"' + bench + '"');
        load = Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** The machine's load over the minute before. */
    double load() {
        return load;
    }

    /** With as many places as say something. NaN becomes null. */
    Figures put(String key, double value) {
        int places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 1 ? 2 : 3;
        figures.put(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "null");
        return this;
    }

    /** An object inside the object. */
    Figures object(String key, String json) {
        figures.put(key, json);
        return this;
    }

    /** A share or a score: four places, for differences of a thousandth are spoken of. */
    Figures exact(String key, double value) {
        figures.put(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "null");
        return this;
    }

    @Override
    public String toString() {
        figures.put("load1", load);
        return figures.entrySet().stream().map(e -> '"' + e.getKey() + "\":" + e.getValue()).collect(Collectors.joining(",", "{", "}"));
    }
}

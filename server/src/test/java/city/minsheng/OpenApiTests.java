package city.minsheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** docs/openapi.json is read from the running controllers; springdoc is there for this test only and never served. */
@HouseTest
@DisplayName("The OpenAPI description")
class OpenApiTests {

    private final ApplicationContext house;
    private final RequestMappingHandlerMapping mappings;

    OpenApiTests(ApplicationContext house, RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.house = house;
        this.mappings = requestMappingHandlerMapping;
    }

    private JsonNode description() {
        var answer = new Browser(house).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void isTheOneInTheDocs() {
        Kept.same("openapi.json", pretty(description()));
    }

    /** Sorted keys, no server: the same text on every machine. */
    private static String pretty(JsonNode description) {
        var json = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT).build();
        @SuppressWarnings("unchecked")
        var sorted = new TreeMap<String, Object>(json.convertValue(description, Map.class));
        sorted.remove("servers");
        sorted.put("info", Map.of("title", "Minsheng 民声", "version", "0.1", "license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"),
                "description", "Errors are problems (RFC 9457). Creating calls and actions carry an Idempotency-Key, actions on an order If-Match with its version."));
        return json.writeValueAsString(sorted).replace("\r\n", "\n").replace("city.minsheng.", "").replace("java.util.", "") + "\n";
    }

    @Test
    void isOfVersion31AndNamesEveryCall() {
        var description = description();
        assertThat(description.path("openapi").asString("")).startsWith("3.1");

        var described = new TreeSet<String>();
        for (var path : description.path("paths").properties()) {
            path.getValue().properties().forEach(method -> described.add(method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
        }
        var there = new TreeSet<String>();
        mappings.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/api/"))
                .forEach(path -> info.getMethodsCondition().getMethods().forEach(method -> there.add(method + " " + path))));
        assertThat(described).isEqualTo(there).hasSizeGreaterThan(60);
    }

    /** A name that two types share would describe one of them as the other. */
    @Test
    void keepsTypesOfTheSameNameApart() {
        var names = new ArrayList<String>();
        description().path("components").path("schemas").propertyNames().forEach(names::add);

        assertThat(names).filteredOn(name -> name.endsWith(".View") || name.endsWith("$View")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void asksNobodyForTheSignedInPerson() {
        var parameters = new ArrayList<String>();
        for (var path : description().path("paths")) {
            for (var method : path) {
                method.path("parameters").forEach(parameter -> parameters.add(parameter.path("name").asString("")));
            }
        }
        assertThat(parameters).isNotEmpty().doesNotContain("actor", "http", "request", "phone");
    }
}

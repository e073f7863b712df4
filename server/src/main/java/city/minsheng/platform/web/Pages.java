package city.minsheng.platform.web;

import java.io.IOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The two web applications, from inside the jar: the staff's under /desk, the citizens' under /. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        files(registry, "/desk/assets/**", "classpath:/web/desk/assets/");
        files(registry, "/assets/**", "classpath:/web/portal/assets/");
        page(registry, "/desk/**", "classpath:/web/desk/");
        page(registry, "/**", "classpath:/web/portal/");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
        registry.addViewController("/desk/").setViewName("forward:/desk/index.html");
        registry.addRedirectViewController("/desk", "/desk/");
    }

    /** Their names change with their content. */
    private static void files(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern).addResourceLocations(location)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true).addResolver(new org.springframework.web.servlet.resource.EncodedResourceResolver()).addResolver(new PathResourceResolver());
    }

    private static void page(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern).addResourceLocations(location).setCacheControl(CacheControl.noCache())
                .resourceChain(true).addResolver(new OrIndex());
    }

    /** An address inside the application is the application's page; a missing API or file is missing. */
    private static final class OrIndex extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            if (file != null) {
                return file;
            }
            boolean address = !path.startsWith("api/") && !path.substring(path.lastIndexOf('/') + 1).contains(".");
            return address ? super.getResource("index.html", location) : null;
        }
    }
}

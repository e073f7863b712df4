package city.minsheng.directory.web;

import city.minsheng.directory.Actor;
import city.minsheng.directory.Role;
import city.minsheng.directory.SignIns;
import city.minsheng.platform.Words;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/** Who may come in: everything under /api needs a session, except what citizens use and the way to sign in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication // a command on the line has nobody to let in
class Security {

    static final String COOKIE = "MINSHENG";
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String[] ROLES = Arrays.stream(Role.values()).map(Enum::name).toArray(String[]::new);
    private final Words words;
    private final JsonMapper json;

    Security(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http, SignIns signIns) {
        return http
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers("/api/portal/**"))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(context -> context.securityContextRepository(new ByCookie(signIns)))
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable()).httpBasic(basic -> basic.disable()).logout(logout -> logout.disable())
                .anonymous(Customizer.withDefaults())
                .authorizeHttpRequests(requests -> requests
                        .requestMatchers("/api/portal/**", "/api/session", "/api/demo/**", "/api/openapi.json").permitAll()
                        .requestMatchers("/api/admin/**").hasAuthority("ADMINISTRATOR")
                        .requestMatchers(HttpMethod.PUT, "/api/calendar/**").hasAuthority("ADMINISTRATOR")
                        .requestMatchers("/api/session/**").authenticated()
                        .requestMatchers("/api/**").hasAnyAuthority(ROLES)
                        .anyRequest().permitAll())
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint((request, response, e) -> refuse(request, response, 401, "not-signed-in"))
                        .accessDeniedHandler((request, response, e) -> refuse(request, response, 403, hasNoRole() ? "choose-a-password" : "not-yours")))
                .build();
    }

    private static boolean hasNoRole() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof UsernamePasswordAuthenticationToken known
                && known.getAuthorities().isEmpty();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        Locale locale = request.getLocale();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), Map.of("type", "/problems/" + code, "status", status,
                "title", words.in(locale, "title." + code), "detail", words.in(locale, "problem." + code),
                "instance", request.getRequestURI()));
    }

    static Optional<String> token(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null ? Optional.empty()
                : Arrays.stream(cookies).filter(c -> c.getName().equals(COOKIE)).map(Cookie::getValue).findFirst();
    }

    /** The session behind the cookie. Nothing is saved here: signing in writes its row itself. */
    private record ByCookie(SignIns signIns) implements SecurityContextRepository {

        @Override
        @SuppressWarnings("removal")
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return token(holder.getRequest()).flatMap(signIns::find).<SecurityContext>map(ByCookie::context)
                    .orElseGet(SecurityContextImpl::new);
        }

        private static SecurityContext context(Actor actor) {
            var roles = actor.roles().stream().map(Enum::name).toArray(String[]::new);
            return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                    actor, null, AuthorityUtils.createAuthorityList(roles)));
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return token(request).flatMap(signIns::find).isPresent();
        }
    }
}

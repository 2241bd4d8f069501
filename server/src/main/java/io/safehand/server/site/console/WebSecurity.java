package io.safehand.server.site.console;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One chain for everything: the policy decides, sessions and form tokens are ours, nothing is kept in memory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {
  private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
      + "frame-ancestors 'none'; base-uri 'none'";

  @Bean
  SecurityFilterChain chain(HttpSecurity http, SessionContexts contexts, FormTokens forms, PolicyGuard guard,
      Refusals refusals) throws Exception {
    return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(security -> security.securityContextRepository(contexts))
        .csrf(csrf -> csrf.csrfTokenRepository(forms)
            .ignoringRequestMatchers(SessionContexts::isByKey, WebSecurity::showsItsOwnSecret))
        .authorizeHttpRequests(
            requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .anyRequest()
                .access(guard))
        .exceptionHandling(
            handling -> handling.accessDeniedHandler(refusals).authenticationEntryPoint(refusals))
        .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
            .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
            .permissionsPolicyHeader(
                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .build();
  }

  /** A personal link and a signed call are worth nothing to whoever lacks the secret that they carry. */
  private static boolean showsItsOwnSecret(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/n/") || path.startsWith("/api/v1/callbacks/");
  }
}

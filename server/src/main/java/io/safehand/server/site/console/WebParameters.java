package io.safehand.server.site.console;

import io.safehand.server.base.access.Account;
import io.safehand.server.base.access.NotAllowed;
import io.safehand.server.base.signin.Origin;
import io.safehand.server.base.signin.Session;
import io.safehand.server.base.signin.Sessions;
import io.safehand.server.start.Listening;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Gives pages and API calls of every module the account and the session that call, and our origin, as parameters. */
@Component
final class WebParameters implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  private static final Set<Class<?>> KNOWN = Set.of(Account.class, Session.class, Sessions.SignedIn.class,
      Origin.class);

  private final Listening listening;

  WebParameters(Listening listening) {
    this.listening = listening;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  /** {@code ?language=en} on any page. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor language = new LocaleChangeInterceptor();
    language.setParamName("language");
    language.setIgnoreInvalidLocale(true);
    registry.addInterceptor(language);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return KNOWN.contains(parameter.getParameterType());
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
      NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
    if (parameter.getParameterType() == Origin.class) {
      return origin(request.getNativeRequest(HttpServletRequest.class));
    }
    Caller caller = Caller.of(SecurityContextHolder.getContext().getAuthentication())
        .orElseThrow(NotAllowed::new);
    if (parameter.getParameterType() == Account.class) {
      return caller.account();
    }
    Sessions.SignedIn who = caller.signedIn().orElseThrow(NotAllowed::new);
    return parameter.getParameterType() == Session.class ? who.session() : who;
  }

  /** The port is the one that listens, not one that a caller names: no other server of this machine is taken for this. */
  private Origin origin(@Nullable HttpServletRequest request) {
    HttpServletRequest asked = Objects.requireNonNull(request, "pages are asked for over HTTP");
    return listening.address()
        .map(Origin::of)
        .orElseGet(() -> Origin.of(asked.isSecure(), asked.getServerName(), asked.getLocalPort()));
  }
}

package io.safehand.server.base.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives calls their {@link CallReason} and {@link Paging} as parameters. */
@Component
final class ReasonHeaders implements WebMvcConfigurer, HandlerMethodArgumentResolver {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == CallReason.class || parameter.getParameterType() == Paging.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
      NativeWebRequest request, @Nullable WebDataBinderFactory binder) {
    return parameter.getParameterType() == CallReason.class
        ? new CallReason(header(request, CallReason.PURPOSE), header(request, CallReason.CASE))
        : Paging.of(request.getParameter("after"), request.getParameter("limit"));
  }

  private static String header(NativeWebRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).map(String::strip).orElse("");
  }
}

package io.safehand.server;

import io.safehand.server.start.Starting;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The server: starts its database, then the modules on their floors. */
@Modulithic
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class, exclude = UserDetailsServiceAutoConfiguration.class)
public class SafehandServer {
  public static void main(String[] arguments) {
    Starting.run(SafehandServer.class, arguments);
  }
}

package io.safehand.server.start;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application under test its own data folder and its own database. */
public final class FreshPlaces implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    DatabaseAddress database = TestCluster.fresh();
    TestPropertyValues
        .of("safehand.data=" + TestCluster.folder("data"), "safehand.database.url=" + database.url(),
            "safehand.database.user=" + database.user(), "safehand.database.password=" + database.password())
        .applyTo(context);
  }
}

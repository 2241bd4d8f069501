package io.safehand.server.site.demo;

import io.safehand.core.rules.Stage;
import io.safehand.server.deal.handover.Ending;
import java.nio.file.Path;

/** A whole transfer of an invented company, step by step, as named accounts through the modules' doors. */
final class Demo {
  private Demo() {}

  /** Walks the whole deal; throws at the first step that does not hold. */
  static void run(Doors doors, DemoSettings settings, Telling telling, Path data) throws Exception {
    Summary summary = new Summary();
    Beginning.Companies companies = new Beginning(doors, settings, telling, summary, data).walk();
    Scene scene = new Scene(doors, settings, telling, summary, companies.seller(), companies.buyer());
    Walk walk = Walk.begin(scene);
    new Showing(scene).show();
    walk.goOnTo(Stage.SIGNING);
    Ending.Papers papers = settings.isMerger()
        ? new Merger(scene, walk).tell()
        : new Equity(scene, walk).tell();
    walk.untilNow();
    new LastPapers(scene).write(walk.deal(), papers);
    if (!settings.headless()) {
      new Visitors(scene).invite(data);
    }
  }
}

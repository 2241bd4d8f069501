package io.safehand.server.deal.handover;

import io.safehand.core.handover.HandoverRefused;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.decisions.Decisions;
import io.safehand.server.base.decisions.Matter;
import io.safehand.server.base.runs.Run;
import io.safehand.server.base.runs.RunKind;
import io.safehand.server.deal.deals.DealId;
import io.safehand.server.start.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The long steps of a hand-over, each of which may be done again from its start. */
@Configuration(proxyBeanMethods = false)
class HandOverRuns {
  static final String RELEASE = "handover.release";
  static final String DESTROY = "handover.destroy";
  static final String RECEIVE = "handover.receive";
  static final String REKEY = "handover.rekey";

  /** Packs and releases what two people decided on. */
  @Bean
  RunKind releaseRun(HandOvers handOvers, Decisions decisions, Settings settings) {
    return new Kind(RELEASE, (run, by, progress) -> {
      DealId deal = deal(run);
      Path folder = settings.dataFolder()
          .resolve("packages")
          .resolve(deal.toString())
          .resolve(run.id().toString());
      if (!Files.exists(folder)) {
        Files.createDirectories(folder.getParent());
        handOvers.release(run.company(), deal, decided(decisions, run, Set.of(Matter.State.APPROVED)).id(),
            folder, by, progress::reached);
      }
      handOvers.announce(handOvers.require(run.company(), deal), folder);
    });
  }

  /** Destroys what two people decided on, and keeps the certificate. */
  @Bean
  RunKind destroyRun(HandOvers handOvers, Ending ending, Decisions decisions) {
    return new Kind(DESTROY, (run, by, progress) -> {
      Matter matter = decided(decisions, run, Set.of(Matter.State.APPROVED, Matter.State.DONE));
      Ending.Certified certified = ending.destroy(run.company(), deal(run), matter.id(), by);
      handOvers.keep(run.company(), deal(run), Paper.CERTIFICATE, certified.certificate().file());
    });
  }

  /** Takes in the package that is here, and keeps the receipt. */
  @Bean
  RunKind receiveRun(HandOvers handOvers, TakingOver takingOver, Arrivals arrivals) {
    return new Kind(RECEIVE, (run, by, progress) -> {
      CompanyId buyer = run.company();
      Arrivals.Arrived arrived = arrivals.of(buyer, deal(run))
          .orElseThrow(() -> new StepRefused(StepRefused.Reason.NOTHING_RECEIVED));
      byte[] receipt = takingOver
          .receive(buyer, deal(run), arrived.folder(), arrived.seller(), by, progress::reached)
          .file();
      handOvers.keep(buyer, deal(run), Paper.RECEIPT, receipt);
    });
  }

  @Bean
  RunKind rekeyRun(TakingOver takingOver, Arrivals arrivals) {
    return new Kind(REKEY, (run, by, progress) -> {
      takingOver.rekey(run.company(), deal(run), by, progress::reached);
      arrivals.forget(run.company(), deal(run));
    });
  }

  private static DealId deal(Run run) {
    return DealId.ofSubject(run.subject()).orElseThrow();
  }

  private static Matter decided(Decisions decisions, Run run, Set<Matter.State> states) {
    return decisions.of(run.company(), run.subject())
        .stream()
        .filter(matter -> matter.kind().equals(run.kind()) && states.contains(matter.state()))
        .findFirst()
        .orElseThrow(() -> new StepRefused(StepRefused.Reason.NOT_DECIDED));
  }

  private interface Work {
    void go(Run run, Account by, RunKind.Progress progress) throws Exception;
  }

  /** What a door refuses ends the run with the door's code. */
  private record Kind(String code, Work work) implements RunKind {
    @Override
    public void go(Run run, Account by, Progress progress) throws Exception {
      try {
        work.go(run, by, progress);
      } catch (StepRefused refused) {
        throw new Cannot(refused.code(), refused);
      } catch (HandoverRefused bad) {
        throw new Cannot("handover.package", bad);
      } catch (FactsChanged changed) {
        throw new Cannot("handover.facts-changed", changed);
      }
    }
  }
}

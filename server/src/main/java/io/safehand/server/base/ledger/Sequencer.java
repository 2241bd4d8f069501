package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.ledger.note.SignedNote;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Numbers committed lines. One at a time a company, over all nodes. The order of steps makes every crash harmless: a
 * line is durable in the log before its row has a number, and the checkpoint lies beside the roots before that too; a
 * row that missed its number is found again by its bytes.
 */
@Component
final class Sequencer {
  private static final int BATCH = 5_000;

  private final Storage storage;
  private final Lines lines;
  private final Entries entries;
  private final Logs logs;

  Sequencer(Storage storage, Lines lines, Entries entries, Logs logs) {
    this.storage = storage;
    this.lines = lines;
    this.entries = entries;
    this.logs = logs;
  }

  /** Numbers what is committed now, and signs the result. */
  void run(CompanyId company) {
    try {
      while (storage.in(company, () -> step(company)) == BATCH) {
        continue;
      }
    } catch (RuntimeException failed) {
      logs.reopenNextTime(company);
      throw failed;
    }
  }

  /** Compares database and log, and finishes what a crash interrupted. */
  void check(CompanyId company) {
    storage.run(company, () -> {
      storage.lock(company, "ledger");
      reconcile(company, logs.of(company));
      entries.catchUp(company);
    });
  }

  private int step(CompanyId company) {
    storage.lock(company, "ledger");
    LedgerLog log = logs.of(company);
    reconcile(company, log);
    List<Lines.Row> waiting = lines.waiting(company, BATCH);
    if (!waiting.isEmpty()) {
      long first = log.size();
      SignedNote note = logs.sign(company, log.append(waiting.stream().map(Lines.Row::bytes).toList()));
      lines.number(company, waiting.stream().map(Lines.Row::id).toList(), first);
      storage.afterCommit(() -> log.publish(note));
    }
    return waiting.size();
  }

  /** Rows whose line is in the log but whose number was lost with a crash get it now; the signature is made up for. */
  private void reconcile(CompanyId company, LedgerLog log) {
    long numbered = lines.numbered(company);
    if (numbered > log.size()) {
      throw LedgerDisagrees.oldLog(company, numbered - log.size());
    }
    if (numbered == log.size()) {
      return;
    }
    Map<ByteBuffer, UUID> waiting = lines.allWaiting(company);
    List<byte[]> tail = log.lines(numbered, Math.toIntExact(log.size() - numbered));
    List<UUID> found = new ArrayList<>();
    tail.forEach(line -> {
      UUID row = waiting.get(ByteBuffer.wrap(line));
      if (row != null) {
        found.add(row);
      }
    });
    if (found.size() < tail.size()) {
      throw LedgerDisagrees.oldDatabase(company, (long) tail.size() - found.size());
    }
    SignedNote note = logs.sign(company, log.checkpoint());
    lines.number(company, found, numbered);
    storage.afterCommit(() -> log.publish(note));
  }
}

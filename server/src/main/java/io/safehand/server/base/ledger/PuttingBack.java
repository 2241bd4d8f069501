package io.safehand.server.base.ledger;

import io.safehand.core.ledger.LedgerLog;
import io.safehand.core.person.CompanyId;
import io.safehand.server.base.storage.BusinessIds;
import io.safehand.server.base.storage.Storage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives lines that an older database lacks their rows back, out of the log, each under its number. */
@Component
final class PuttingBack {
  private static final int BATCH = 5_000;

  private final Storage storage;
  private final Lines lines;
  private final Logs logs;
  private final BusinessIds ids;

  PuttingBack(Storage storage, Lines lines, Logs logs, BusinessIds ids) {
    this.storage = storage;
    this.lines = lines;
    this.logs = logs;
    this.ids = ids;
  }

  /** Returns how many; within a transaction of the company. */
  long run(CompanyId company) {
    storage.lock(company, "ledger");
    LedgerLog log = logs.of(company);
    long numbered = lines.numbered(company);
    if (numbered > log.size()) {
      throw LedgerDisagrees.oldLog(company, numbered - log.size());
    }
    requireSame(company, log, numbered);
    lines.openLog(company);
    Map<ByteBuffer, UUID> waiting = lines.allWaiting(company);
    for (long from = numbered; from < log.size(); from += BATCH) {
      List<UUID> rows = new ArrayList<>();
      for (byte[] line : log.lines(from, BATCH)) {
        rows.add(
            Optional.ofNullable(waiting.remove(ByteBuffer.wrap(line))).orElseGet(() -> add(company, line)));
      }
      lines.number(company, rows, from);
    }
    return log.size() - numbered;
  }

  private void requireSame(CompanyId company, LedgerLog log, long numbered) {
    for (long from = 0; from < numbered; from += BATCH) {
      List<ByteBuffer> stored = lines.numbered(company, from, BATCH);
      List<byte[]> logged = log.lines(from, stored.size());
      if (!stored.equals(logged.stream().map(ByteBuffer::wrap).toList())) {
        throw LedgerDisagrees.otherLines(company);
      }
    }
  }

  private UUID add(CompanyId company, byte[] line) {
    UUID row = ids.next();
    lines.add(company, row, line);
    return row;
  }
}

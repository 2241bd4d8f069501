package io.safehand.server.base.runs;

import io.safehand.core.person.CompanyId;

/** Small work that comes round each minute for every company. Any node may do it, twice changes nothing. */
public interface Round {
  void go(CompanyId company);
}

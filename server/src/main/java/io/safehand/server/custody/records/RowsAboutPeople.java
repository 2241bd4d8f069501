package io.safehand.server.custody.records;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import java.util.Collection;

/** What another module holds about people; it goes in the transaction in which their records go. */
public interface RowsAboutPeople {
  /** Leaves no row about these people, up to 10,000 at a time. */
  void remove(CompanyId company, Collection<PersonId> people);
}

package io.safehand.server.custody.disclosure.web;

import io.safehand.core.custody.UnknownPerson;
import io.safehand.core.custody.View;
import io.safehand.core.inventory.FieldRule;
import io.safehand.core.inventory.Inventory;
import io.safehand.core.inventory.Purpose;
import io.safehand.core.person.FieldName;
import io.safehand.core.person.PersonId;
import io.safehand.server.base.access.Account;
import io.safehand.server.base.tables.Cell;
import io.safehand.server.base.tables.TableFormat;
import io.safehand.server.base.tables.Tables;
import io.safehand.server.custody.disclosure.BulkReads;
import io.safehand.server.custody.inventory.Inventories;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Customers as a file, one a row and none in full: each is read, and its line written, when its row is. */
@Component
final class CustomerRows {
  private final BulkReads bulk;
  private final Inventories inventories;
  private final Tables tables;

  CustomerRows(BulkReads bulk, Inventories inventories, Tables tables) {
    this.bulk = bulk;
    this.inventories = inventories;
    this.tables = tables;
  }

  /** Who asks, for what. */
  record Reason(Account by, Purpose purpose, String matter) {}

  void write(TableFormat format, Reason reason, List<PersonId> people, OutputStream to) throws IOException {
    Inventory inventory = inventories.current(reason.by().company());
    Iterator<List<Cell>> rows = people.stream().flatMap(person -> row(reason, person, inventory)).iterator();
    tables.write(format, inventory.fields().stream().map(FieldRule::column).toList(), rows, to);
  }

  /** None for somebody who has gone meanwhile. */
  private Stream<List<Cell>> row(Reason reason, PersonId person, Inventory inventory) {
    try {
      Map<FieldName, Cell> shown = bulk.read(reason.by(), person, reason.purpose(), reason.matter())
          .fields()
          .stream()
          .collect(Collectors.toMap(View.Field::name, field -> Cell.text(field.shown().exposed())));
      return Stream.of(
          inventory.fields().stream().map(field -> shown.getOrDefault(field.name(), Cell.NOTHING)).toList());
    } catch (UnknownPerson gone) {
      return Stream.empty();
    }
  }
}

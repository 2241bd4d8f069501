package io.safehand.server.base.storage;

import io.safehand.core.person.CompanyId;
import io.safehand.core.person.PersonId;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.postgresql.copy.CopyIn;

/**
 * Rows of one company for one table in PostgreSQL's binary copy format, the fastest way in. Write {@link #row}, then
 * exactly that many values, the company's id first; {@link #finish} ends it. Closed without it, nothing is kept. No other statement may
 * run in the transaction before it is closed. For one thread.
 */
public final class BinaryCopy implements AutoCloseable {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
  private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final int FLUSH_AT = 1 << 16;

  private final CopyIn copy;
  private final CompanyId company;
  private final Runnable afterwards;
  private boolean atFirst;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * FLUSH_AT);

  BinaryCopy(CopyIn copy, CompanyId company, Runnable afterwards) {
    this.copy = copy;
    this.company = company;
    this.afterwards = afterwards;
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  /** Begins a row of this many values. */
  public BinaryCopy row(int values) {
    if (buffer.position() >= FLUSH_AT) {
      flush();
    }
    room(2).putShort((short) values);
    atFirst = true;
    return this;
  }

  public BinaryCopy uuid(UUID value) {
    if (atFirst && !value.equals(company.value())) {
      throw new IllegalArgumentException("a row of another company");
    }
    atFirst = false;
    room(20).putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    return this;
  }

  /** As {@code bytea} of 16 bytes. */
  public BinaryCopy person(PersonId value) {
    value.write(room(20).putInt(16));
    return this;
  }

  public BinaryCopy int2(int value) {
    room(6).putInt(2).putShort((short) value);
    return this;
  }

  public BinaryCopy int4(int value) {
    room(8).putInt(4).putInt(value);
    return this;
  }

  public BinaryCopy int8(long value) {
    room(12).putInt(8).putLong(value);
    return this;
  }

  public BinaryCopy bool(boolean value) {
    room(5).putInt(1).put((byte) (value ? 1 : 0));
    return this;
  }

  public BinaryCopy text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public BinaryCopy bytes(byte[] value) {
    return bytes(value, 0, value.length);
  }

  public BinaryCopy bytes(byte[] value, int from, int length) {
    room(4 + length).putInt(length).put(value, from, length);
    return this;
  }

  /** As {@code timestamptz}, cut to microseconds. */
  public BinaryCopy time(Instant value) {
    return int8(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value.truncatedTo(ChronoUnit.MICROS)));
  }

  public BinaryCopy nothing() {
    room(4).putInt(-1);
    return this;
  }

  /** Ends the copy and returns how many rows it wrote. */
  public long finish() {
    room(2).putShort((short) -1);
    flush();
    try {
      long rows = copy.endCopy();
      afterwards.run();
      return rows;
    } catch (SQLException e) {
      throw new StorageFailure("copy", e);
    }
  }

  @Override
  public void close() {
    if (!copy.isActive()) {
      return;
    }
    try {
      copy.cancelCopy();
    } catch (SQLException e) {
      throw new StorageFailure("copy", e);
    }
  }

  private ByteBuffer room(int bytes) {
    if (atFirst) {
      throw new IllegalStateException("a row begins with its company");
    }
    if (buffer.remaining() < bytes) {
      long wanted = Math.max(2L * buffer.capacity(), (long) buffer.position() + bytes);
      if (wanted > Integer.MAX_VALUE - 8) {
        throw new BufferOverflowException();
      }
      buffer = ByteBuffer.allocate((int) wanted).put(buffer.flip());
    }
    return buffer;
  }

  private void flush() {
    try {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
    } catch (SQLException e) {
      throw new StorageFailure("copy", e);
    }
    buffer.clear();
  }
}

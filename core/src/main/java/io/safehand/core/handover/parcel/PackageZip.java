package io.safehand.core.handover.parcel;

import io.safehand.core.handover.Fault;
import io.safehand.core.handover.HandoverRefused;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A package on its way from one installation to another: its files in one ZIP file, not compressed, for they are sealed.
 * What comes out is judged by {@link PackageCheck} like any folder; here only names and sizes are held to what a package
 * may have, and never more comes out than came in, so that nothing is written anywhere else and no small file fills the
 * disk.
 */
public final class PackageZip {
  private static final int BUFFER = 1 << 16;

  private PackageZip() {}

  /** Writes the folder's files in the order of their names. */
  public static void write(Path folder, OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out); Stream<Path> all = Files.walk(folder)) {
      zip.setLevel(0);
      List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
  }

  /**
   * Unpacks into a new folder, which appears whole and durable or not at all.
   *
   * @param target does not exist yet; the folder above it does
   * @param mostBytes of all files together
   * @throws HandoverRefused when it is no ZIP file, or holds something that no package has, twice, or too much of it
   */
  public static Path unpack(InputStream in, Path target, long mostBytes) throws IOException {
    WholeFolder whole = new WholeFolder(target);
    Path folder = whole.begin();
    try {
      unpackInto(folder, in, mostBytes);
      return whole.finish();
    } catch (ZipException | EOFException | IllegalArgumentException malformed) {
      throw new HandoverRefused(Fault.UNREADABLE, "zip", malformed);
    } finally {
      whole.remove();
    }
  }

  private static void unpackInto(Path folder, InputStream in, long mostBytes) throws IOException {
    Files.createDirectory(folder.resolve("audit"));
    Received received = new Received(in);
    ZipInputStream zip = new ZipInputStream(received);
    long out = 0;
    boolean any = false;
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!Layout.knows(entry.getName())) {
        throw new HandoverRefused(Fault.FILE_UNKNOWN, "zip");
      }
      long before = out;
      long most = Math.min(mostBytes - before, Layout.most(entry.getName()));
      out += copy(zip, folder, entry.getName(), () -> Math.min(most, received.bytes - before));
      any = true;
    }
    if (!any) {
      throw new HandoverRefused(Fault.UNREADABLE, "zip");
    }
  }

  private static long copy(InputStream from, Path folder, String name, LongSupplier most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long copied = 0;
    try (DurableFile file = new DurableFile(folder, name)) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        copied += read;
        if (copied > most.getAsLong()) {
          throw new HandoverRefused(Fault.FILE_SIZE, name);
        }
        file.write(ByteBuffer.wrap(buffer, 0, read));
      }
    } catch (FileAlreadyExistsException twice) {
      throw new HandoverRefused(Fault.FILE_UNKNOWN, name, twice);
    }
    return copied;
  }

  /** Counts what came. */
  private static final class Received extends FilterInputStream {
    private long bytes;

    private Received(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      bytes += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      bytes += Math.max(read, 0);
      return read;
    }
  }
}

package io.safehand.core.custody;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A process that runs the work under strace: {@code folder warm|cold [call:number:allowance …]}. Each thread's calls are
 * counted for themselves, and the fault comes at the call whose number is the allowance; so a thread that first makes the
 * difference in vain is struck at the call that its round names, and one process serves many rounds.
 */
final class DiskWorkProcess {
  /** What a round opens before its work: the file it wastes calls on, twice, and the mark of its beginning. */
  private static final int OPENED_BESIDE = 3;

  private DiskWorkProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (arguments[1].equals("warm")) {
      round(folder.resolve("warm"), "fsync", 0);
    }
    for (int i = 2; i < arguments.length; i++) {
      String[] point = arguments[i].split(":", -1);
      round(folder.resolve(point[0] + "-" + point[1]), point[0],
          Integer.parseInt(point[2]) - Integer.parseInt(point[1]));
    }
  }

  private static void round(Path home, String call, int vain) throws Exception {
    Files.createDirectories(home);
    DiskHouse.prepare(home);
    Path vainly = Files.createDirectories(home.resolve("vain"));
    Thread worker = new Thread(() -> {
      waste(vainly, call, call.equals("openat") ? vain - OPENED_BESIDE : vain);
      mark(home.resolve("begin"));
      new DiskWork(home).run();
      mark(home.resolve("end"));
    });
    worker.start();
    worker.join();
  }

  /** An opening that a trace shows. */
  private static void mark(Path file) {
    try {
      FileChannel.open(file, StandardOpenOption.READ).close();
    } catch (IOException expected) {
      // the file is not there
    }
  }

  private static void waste(Path folder, String call, int times) {
    if (times <= 0) {
      return;
    }
    Path file = folder.resolve("file");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        RandomAccessFile sized = new RandomAccessFile(file.toFile(), "rw")) {
      for (int i = 0; i < times; i++) {
        switch (call) {
          case "fsync" -> channel.force(true);
          case "fdatasync" -> channel.force(false);
          case "write" -> channel.position(0).write(ByteBuffer.wrap(new byte[1]));
          case "pwrite64" -> channel.write(ByteBuffer.wrap(new byte[1]), 0);
          case "ftruncate" -> sized.setLength(1);
          case "openat" -> FileChannel.open(file, StandardOpenOption.READ).close();
          case "rename" -> Files.move(i % 2 == 0 ? file : folder.resolve("other"),
              i % 2 == 0 ? folder.resolve("other") : file, StandardCopyOption.ATOMIC_MOVE);
          case "unlink" -> Files.delete(Files.createLink(folder.resolve("link"), file));
          default -> throw new IllegalArgumentException("no such call");
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

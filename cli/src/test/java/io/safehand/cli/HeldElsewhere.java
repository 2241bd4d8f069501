package io.safehand.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Another process that holds the lock of a file until it is closed. */
record HeldElsewhere(Process process) implements AutoCloseable {
  static HeldElsewhere of(Path file) throws IOException {
    Process process = new ProcessBuilder(
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
            System.getProperty("java.class.path"), HeldElsewhere.class.getName(), file.toString()))
        .redirectErrorStream(true)
        .start();
    if (!"held".equals(process.inputReader().readLine())) {
      throw new IOException("the other process holds nothing");
    }
    return new HeldElsewhere(process);
  }

  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
      channel.lock();
      System.out.println("held");
      System.in.read();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}

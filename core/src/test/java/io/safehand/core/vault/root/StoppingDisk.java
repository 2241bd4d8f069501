package io.safehand.core.vault.root;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The real disk, until the power goes before a given step; a write that it interrupts gets halfway. Notes every step. */
final class StoppingDisk implements Disk {
  private final Disk disk = new FileDisk();
  private final List<String> steps = new ArrayList<>();
  private final int stopBefore;

  StoppingDisk(int stopBefore) {
    this.stopBefore = stopBefore;
  }

  static StoppingDisk never() {
    return new StoppingDisk(Integer.MAX_VALUE);
  }

  /** The power is gone. */
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  List<String> steps() {
    return steps;
  }

  private boolean last(String step, Path file) {
    if (steps.size() >= stopBefore) {
      throw new PowerCut();
    }
    steps.add(step + " " + file.getName(file.getNameCount() - 2) + "/" + file.getFileName());
    return steps.size() == stopBefore;
  }

  @Override
  public void write(Path file, byte[] bytes) throws IOException {
    boolean half = last("write", file);
    disk.write(file, half ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
  }

  @Override
  public void overwrite(Path file, byte[] bytes) throws IOException {
    boolean half = last("overwrite", file);
    disk.overwrite(file, half ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
  }

  @Override
  public void sync(Path file) throws IOException {
    last("sync", file);
    disk.sync(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    last("rename", to);
    disk.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    last("delete", file);
    disk.delete(file);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    last("sync folder", folder.resolve("."));
    disk.syncFolder(folder);
  }

  @Override
  public boolean isFolder(Path folder) {
    return disk.isFolder(folder);
  }

  @Override
  public boolean exists(Path file) {
    return disk.exists(file);
  }

  @Override
  public byte[] read(Path file) throws IOException {
    return disk.read(file);
  }

  @Override
  public List<String> names(Path folder) throws IOException {
    return disk.names(folder);
  }
}

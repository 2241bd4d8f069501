package io.safehand.core.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Thirty operations on every kind of file of ours, and at each of their system calls in turn the disk fails, is full, or
 * the process is killed. A clean start afterwards opens, verifies and holds everything that was acknowledged.
 *
 * <p>Some points, spread over all; with {@code -Dsafehand.faults=all} (profile {@code faults}) every one.
 */
class SyscallFaultsTest {
  private static final boolean ALL = "all".equals(System.getProperty("safehand.faults"));
  private static final int AT_ONCE = 2;
  private static final int ROUNDS_PER_PROCESS = 60;
  /** More than the work opens, with the classes that a first round loads. */
  private static final int OPENED = 2_000;
  /** More than a restart within the process adds to the calls of one name. */
  private static final int BESIDE = 200;
  private Path folder = Path.of(".");

  /** In memory where there is such a place: what is tested is what happens between calls, and syncs cost nothing there. */
  @BeforeEach
  void makeFolder() throws IOException {
    Strace.require();
    Path memory = Path.of("/dev/shm");
    folder = (Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "safehand-faults-")
        : Files.createTempDirectory("safehand-faults-")).toRealPath();
  }

  @AfterEach
  void removeFolder() {
    remove(folder);
  }

  @Test
  void survivesAFailingDiskAtEachCall() throws Exception {
    List<FaultPoint> calls = calls("warm");
    List<FaultPoint> points = chosen(calls, 14);
    assertThat(struck("EIO", points, calls)).isEqualTo(points.size());
  }

  /** A file that is only read never finds the disk full. */
  @Test
  void survivesAFullDiskAtEachCall() throws Exception {
    List<FaultPoint> calls = calls("warm");
    List<FaultPoint> points = chosen(calls.stream().filter(point -> !point.reads()).toList(), 14);
    assertThat(struck("ENOSPC", points, calls)).isEqualTo(points.size());
  }

  /** Where only something is read, the disk is as at the call before or after. */
  @Test
  void survivesBeingKilledBeforeEachCall() throws Exception {
    List<FaultPoint> points = chosen(calls("cold").stream().filter(point -> !point.reads()).toList(), 12);
    inParallel(points.stream().map(List::of).toList(), number -> killed(points.get(number), number));
  }

  /** Every call of an undisturbed round. */
  private List<FaultPoint> calls(String warmth) throws IOException {
    Path trace = folder.resolve("trace");
    Strace.run(trace, List.of(), folder, warmth, List.of("fsync:0:0"));
    Path home = folder.resolve("fsync-0");
    new DiskAfterFault(home).require();
    assertThat(new Promises(home.resolve("promises")).of(Promises.Count.DONE)).isEqualTo(DiskWork.OPERATIONS);
    List<FaultPoint> points = FaultPoint.of(trace, home);
    remove(home);
    return points;
  }

  private static List<FaultPoint> chosen(List<FaultPoint> points, int few) {
    int step = ALL ? 1 : points.size() / few;
    return IntStream.range(0, points.size())
        .filter(at -> at % step == step / 2)
        .mapToObj(points::get)
        .toList();
  }

  private int struck(String error, List<FaultPoint> points, List<FaultPoint> calls) throws Exception {
    List<List<FaultPoint>> parts = IntStream
        .iterate(0, from -> from < points.size(), from -> from + ROUNDS_PER_PROCESS)
        .mapToObj(from -> points.subList(from, Math.min(points.size(), from + ROUNDS_PER_PROCESS)))
        .toList();
    return inParallel(parts, number -> struck(error, calls, parts.get(number), number));
  }

  private int struck(String error, List<FaultPoint> calls, List<FaultPoint> points, int number)
      throws IOException {
    Path place = Files.createDirectory(folder.resolve("part-" + number));
    Path trace = folder.resolve("trace-" + number);
    List<String> injections = calls.stream()
        .map(FaultPoint::call)
        .distinct()
        .map(call -> call + ":error=" + error + ":when=" + allowance(call, calls))
        .toList();
    Strace.run(trace, injections, place, "warm",
        points.stream().map(point -> point.round(allowance(point.call(), calls))).toList());
    for (FaultPoint point : points) {
      requireSound(point, point.home(place), error);
    }
    int struck = count(trace, line -> line.contains("(INJECTED)"));
    remove(place);
    Files.delete(trace);
    return struck;
  }

  private int killed(FaultPoint point, int number) throws IOException {
    Path place = Files.createDirectory(folder.resolve("part-" + number));
    Path trace = folder.resolve("trace-" + number);
    int allowance = allowance(point.call(), List.of(point));
    Strace.run(trace, List.of(point.call() + ":signal=SIGKILL:when=" + allowance), place, "cold",
        List.of(point.round(allowance)));
    assertThat(count(trace, line -> line.contains(point.home(place) + "/end"))).as("killed at " + point)
        .isZero();
    requireSound(point, point.home(place), "SIGKILL");
    remove(place);
    Files.delete(trace);
    return 1;
  }

  /** Beyond every call of the name that a round, or the process beside it, makes on its own. */
  private static int allowance(String call, List<FaultPoint> points) {
    return call.equals("openat")
        ? OPENED
        : BESIDE + points.stream()
            .filter(point -> point.call().equals(call))
            .mapToInt(FaultPoint::number)
            .max()
            .orElse(0);
  }

  private static void requireSound(FaultPoint point, Path home, String what) {
    try {
      new DiskAfterFault(home).require();
    } catch (Exception | AssertionError broken) {
      throw new AssertionError(what + " at " + point, broken);
    }
  }

  private static int inParallel(List<?> parts, Part part) throws Exception {
    try (ExecutorService both = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Integer>> running = new ArrayList<>();
      for (int number = 0; number < parts.size(); number++) {
        int which = number;
        running.add(both.submit(() -> part.run(which)));
      }
      int sum = 0;
      List<Throwable> failures = new ArrayList<>();
      for (Future<Integer> each : running) {
        try {
          sum += each.get();
        } catch (java.util.concurrent.ExecutionException failed) {
          failures.add(failed.getCause());
        }
      }
      failures.stream()
          .limit(20)
          .forEach(failure -> System.err.println(failure + " because of " + failure.getCause()));
      if (!failures.isEmpty()) {
        throw new AssertionError(failures.size() + " parts failed", failures.getFirst());
      }
      return sum;
    }
  }

  private static int count(Path trace, Predicate<String> wanted) throws IOException {
    try (Stream<String> lines = Files.lines(trace, java.nio.charset.StandardCharsets.ISO_8859_1)) {
      return (int) lines.filter(wanted).count();
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One part of the rounds; gives how many faults struck. */
  private interface Part {
    int run(int number) throws IOException;
  }
}

package io.safehand.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;

/** Where it was measured. */
record Machine(int cores, long memoryMib, long heapMib, String jdk, String postgresql, String commit) {
  static Machine of(Peers peers) throws SQLException {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize() >> 20,
        Runtime.getRuntime().maxMemory() >> 20, Runtime.version().toString(),
        peers.text("show server_version"), System.getProperty("bench.commit", "unknown"));
  }
}

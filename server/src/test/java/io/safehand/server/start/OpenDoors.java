package io.safehand.server.start;

/** A server whose modules' doors can be asked for. */
public interface OpenDoors {
  <T> T door(Class<T> type);
}

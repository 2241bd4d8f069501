package io.safehand.server.start;

import org.springframework.beans.factory.BeanFactory;

/** A server whose modules' doors can be asked for. */
public interface OpenDoors {
  <T> T door(Class<T> type);

  /** Those of an application in this JVM. */
  static OpenDoors of(BeanFactory beans) {
    return new OpenDoors() {
      @Override
      public <T> T door(Class<T> type) {
        return beans.getBean(type);
      }
    };
  }
}

package io.safehand.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands: those with a constructor that takes the texts get them, the others come as picocli makes them. */
final class WithTexts implements IFactory {
  private final Texts texts;

  WithTexts(Texts texts) {
    this.texts = texts;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Texts.class) {
        return type.cast(constructor.newInstance(texts));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}

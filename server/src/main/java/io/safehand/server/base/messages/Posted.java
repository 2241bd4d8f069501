package io.safehand.server.base.messages;

/**
 * What became of a letter.
 *
 * @param code the number that the other side answered, or a stable code of ours; never its words
 */
public record Posted(Outcome outcome, String code) {
  /** How far it came. */
  public enum Outcome {
    /** The next server has it and answers for it. */
    TAKEN,
    /** It was refused for good; another address may do. */
    REFUSED,
    /** It was not taken and may be later. */
    NOT_NOW,
    /** Nobody here can say whether it was taken. */
    IN_DOUBT
  }
}

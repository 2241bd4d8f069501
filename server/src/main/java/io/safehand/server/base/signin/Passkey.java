package io.safehand.server.base.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A passkey of an account, without its public key.
 *
 * @param name what its owner calls it
 * @param used empty while nobody signed in with it
 */
public record Passkey(UUID id, String name, Instant added, Optional<Instant> used) {}

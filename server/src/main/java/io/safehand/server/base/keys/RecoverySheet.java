package io.safehand.server.base.keys;

import io.safehand.core.vault.root.UnsealMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What whoever has to recover this server must have: the passphrase (never on the sheet), one of the root folders, the
 * second place, and a backup of the database. To be printed and kept apart from the server.
 *
 * @param house under which name this server signs
 * @param made when
 * @param roots the folders of the root slots; one that is whole is enough, with the passphrase
 * @param secondPlace the log of the key trees and the second copy of the ledger: what was erased since a backup is known
 *          only there
 */
public record RecoverySheet(String house, Instant made, List<Path> roots, Path secondPlace,
    UnsealMode mode) {}

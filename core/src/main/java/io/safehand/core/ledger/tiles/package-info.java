/**
 * The files of a published log as C2SP tlog-tiles lays them out: paths, hash tiles, bundles of lines.
 */
@NullMarked
package io.safehand.core.ledger.tiles;

import org.jspecify.annotations.NullMarked;

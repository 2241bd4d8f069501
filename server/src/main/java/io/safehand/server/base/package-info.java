/** What everything else stands on: storage, ledger, keys, access, holds, evidence, decisions. */
@NullMarked
package io.safehand.server.base;

import org.jspecify.annotations.NullMarked;

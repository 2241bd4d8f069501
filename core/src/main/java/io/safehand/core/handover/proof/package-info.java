/**
 * Offline judgement of packages, papers, evidence folders and checkpoints.
 */
@NullMarked
package io.safehand.core.handover.proof;

import org.jspecify.annotations.NullMarked;

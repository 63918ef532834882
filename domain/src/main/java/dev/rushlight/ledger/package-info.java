/** The tamper-evident record of who did what: one chain for each line of work, sealed into one chain of the installation. */
@NullMarked
package dev.rushlight.ledger;

import org.jspecify.annotations.NullMarked;

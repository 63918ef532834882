/**
 * The tamper-evident record of who did what: one chain of entries for each line of work, the ends of the lines sealed into
 * one chain of the installation. It has no retention rule: what may be deleted proves nothing. With all its indexes an entry
 * takes about 800 bytes on PostgreSQL, and its place in a seal at most 250 more; a million acts are a gigabyte.
 */
@NullMarked
package dev.rushlight.ledger;

import org.jspecify.annotations.NullMarked;
